package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How people are to be told of an outage, as {@code communication.yaml} says: the plan that a drill
 * is judged against.
 *
 * @param file where it was read from
 * @param title the sentence after {@code communication:}
 * @param timeScale how many seconds of the plan's time one second of a drill stands for, from 1
 * @param audiences who is told, by name
 * @param people the contact list
 * @param approvers roles that may approve what the public is told
 * @param domains the company's own domains: links lead nowhere else
 * @param states the order of states of an incident
 * @param told the checks of the plan, with its limits (in the plan's time)
 */
public record CommunicationPlan(
        Path file,
        String title,
        double timeScale,
        Map<String, Audience> audiences,
        List<Person> people,
        List<String> approvers,
        Set<String> domains,
        List<String> states,
        List<Objective> told) {

    /**
     * Who is told.
     *
     * @param isPublic whether it is outside of the company
     * @param channels every channel that it must get
     * @param fallback where these fail, the next ones, in order
     * @param journeys whose failure touches it; empty for every journey
     */
    public record Audience(
            String name,
            boolean isPublic,
            List<String> channels,
            List<String> fallback,
            Set<String> journeys) {}

    /**
     * Somebody to be told. All are made up, at example addresses.
     *
     * @param audience name of an audience
     * @param segment part of it; empty where it has none
     * @param addresses channel name to address
     * @param prefers the channel preferred
     * @param language ISO 639-1
     * @param optedOut channels not to be used
     */
    public record Person(
            String name,
            String audience,
            String segment,
            Map<String, String> addresses,
            Optional<String> prefers,
            String language,
            Set<String> optedOut) {}
}
