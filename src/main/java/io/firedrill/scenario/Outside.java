package io.firedrill.scenario;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The providers outside of the system, by whose channels people are told.
 *
 * @param channels those of the system
 */
record Outside(Collection<Channel> channels) {

    /** Tells whether a provider stands there. */
    boolean stands(Endpoint endpoint) {
        return channels.stream().anyMatch(channel -> channel.at().equals(Optional.of(endpoint)));
    }

    /** Tells whether components find a provider under that name. */
    boolean knows(String host) {
        return channels.stream()
                .flatMap(channel -> channel.at().stream())
                .anyMatch(at -> at.component().equals(host));
    }

    /** Finds the channel that is called so, or whose provider is found under that name. */
    Optional<Channel> called(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .or(() -> channels.stream()
                        .filter(channel -> channel.at()
                                .filter(at -> at.component().equals(name))
                                .isPresent())
                        .findFirst());
    }

    /** Names where providers stand, in order. */
    List<String> endpoints() {
        return channels.stream()
                .flatMap(channel -> channel.at().stream())
                .map(Endpoint::toString)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Notes that a channel is no target of a fault, and how it is broken instead; nothing where the
     * text names no channel.
     *
     * @return whether it was noted
     */
    boolean refused(FaultKind kind, String text, List<Link> links, Value at) {
        Optional<Channel> channel = called(text);
        channel.ifPresent(it -> at.problem(
                "fault '" + kind.name() + "' on channel " + Quote.of(it.name())
                        + ", which is no part of the system",
                "faults break the system's components, and the links that lead to channels",
                instead(it, links)));
        return channel.isPresent();
    }

    private static String instead(Channel channel, List<Link> links) {
        if (channel.look().isPresent()) {
            return "It is a page behind entry " + Quote.of(channel.look().get().entry())
                    + ": break what serves that";
        }
        String end = channel.at().map(Endpoint::toString).orElse("");
        return links.stream()
                .filter(link -> channel.at().equals(Optional.of(link.provider())))
                .map(Link::toString)
                .sorted()
                .findFirst()
                .map(link -> "Cut a link to it: " + Quote.of(link))
                .orElse("List a link to it in system.yaml, '<component> -> " + end
                        + "', and cut that");
    }
}
