package io.firedrill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Await;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.Trigger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a drill waits for that people are to be told. */
class HeardTests {
    private static final Trigger FIRST = new Trigger.Told("resolved");
    private static final Trigger EVERYWHERE =
            new Trigger.ToldEverywhere("resolved", Duration.ofSeconds(25));

    private static final Map<String, Channel> CHANNELS = Map.of(
            "pager",
            new Channel(
                    "pager",
                    "pagerduty",
                    Optional.of(new Endpoint("pager", 80)),
                    Optional.empty(),
                    Map.of(),
                    Map.of()));

    private final Told journal = new Told();

    private Heard heard() {
        return new Heard(CHANNELS, journal, Told.nanos(12));
    }

    private boolean waits(Trigger trigger) {
        Await await = new Await(trigger, Duration.ofMinutes(5), Await.From.FIRST_FAULT);
        Objective one = new Objective("told", "told", new Settings(Map.of()), List.of(await));
        Scenario scenario = TestScenarios.of(List.of(), List.of(one));
        return new Timeline(scenario).next(Told.nanos(40), journal) instanceof Move.NotYet;
    }

    private void message(double at, String channel, String state) {
        journal.at(
                at,
                new Event.NoticeReceived(
                        channel,
                        "",
                        "m" + at,
                        null,
                        Map.of("state", state),
                        List.of(),
                        "",
                        Told.nanos(at),
                        Told.nanos(at)));
    }

    private void page(double at, String state, String incident) {
        journal.at(
                at,
                new Event.PageRead(
                        "page",
                        true,
                        200,
                        true,
                        Map.of("state", state, "incident", incident),
                        List.of(),
                        "",
                        Told.nanos(at),
                        Told.nanos(at)));
    }

    @Test
    void theFirstChannelIsEnoughForAStepAndNotForTheEnd() {
        journal.script(10).injected(12);
        message(13, "mail", "investigating");
        message(13, "sms", "investigating");
        message(20, "mail", "resolved");

        assertThat(waits(FIRST)).isFalse();
        assertThat(waits(EVERYWHERE)).isTrue();

        message(21, "sms", "resolved");

        assertThat(waits(EVERYWHERE)).isFalse();
    }

    @Test
    void aChannelThatDoesNotComeIsGivenUpOnceNothingNewHasComeForLong() {
        journal.script(10).injected(12);
        message(13, "mail", "investigating");
        message(13, "sms", "investigating");
        message(14, "mail", "resolved");
        page(14, "investigating", "INC-1");
        page(14.5, "investigating", "INC-1");
        page(25, "investigating", "INC-1");

        assertThat(waits(EVERYWHERE)).isFalse();

        page(30, "monitoring", "INC-1");

        assertThat(waits(EVERYWHERE)).isTrue();
    }

    @Test
    void aChannelThatToldNothingOfItIsNotWaitedFor() {
        message(5, "chat", "investigating");
        message(13, "mail", "investigating");
        message(14, "sheet", "scheduled");
        message(20, "mail", "resolved");

        assertThat(heard().everywhere("resolved")).isTrue();
    }

    @Test
    void nobodyIsToldByAPager() {
        message(13, "pager", "investigating");

        assertThat(heard().of("investigating")).isFalse();
    }

    @Test
    void whatAPageShowedBeforeAndShowsStillIsNoNews() {
        page(5, "resolved", "INC-1");
        page(13, "resolved", "INC-1");

        assertThat(heard().of("resolved")).isFalse();

        page(14, "investigating", "INC-2");
        page(20, "resolved", "INC-2");

        assertThat(heard().of("resolved")).isTrue();
    }

    @Test
    void aPageThatShowsThatAllIsWellAgainHasNothingMoreToTell() {
        page(5, "operational", "");
        page(13, "operational", "");
        page(14, "investigating", "INC-2");
        message(20, "mail", "resolved");

        assertThat(heard().everywhere("resolved")).isFalse();

        page(21, "operational", "");

        assertThat(heard().everywhere("resolved")).isTrue();
    }
}
