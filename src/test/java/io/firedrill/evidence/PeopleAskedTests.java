package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.check.DrillResult;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.scenario.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That no person took part is said wherever a result is. */
class PeopleAskedTests {
    private static final Event.PersonAsked ASKED =
            new Event.PersonAsked("go-ahead", 1, "lead", "Shall we?", "stand-in", 1);
    private static final Event.AskingEnded DONE = new Event.AskingEnded("go-ahead", true, 2);

    private static Event act(String about, boolean standIn) {
        return new Event.PersonActed("lead", "decided", about, "go", standIn, 1, 2);
    }

    private static Drilled drilled(Event... events) {
        List<Entry> entries = new ArrayList<>();
        for (Event event : events) {
            entries.add(new Entry(entries.size(), 1, Instant.EPOCH, "people", event));
        }
        Scenario scenario = SampleDrills.drill("bank/by-hand", "recovery");
        return new Drilled(
                new DrillResult(scenario, List.of(SampleDrills.pass("recovery"))),
                () -> entries,
                Reports.place(scenario),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1),
                List.of(),
                List.of());
    }

    @Test
    void aDrillThatAsksNobodySaysNothingOfPeople() {
        assertThat(PeopleAsked.of(drilled(act("INC-7", true)))).isEmpty();
    }

    @Test
    void theAnswersOfStandInsAreNoEvidenceAboutPeople() {
        Drilled drill = drilled(ASKED, act("go-ahead", true), act("INC-7", false), DONE);

        PeopleAsked people = PeopleAsked.of(drill).orElseThrow();

        assertThat(people.sentence())
                .isEqualTo("of 1 answers of people, persons gave 0 and stand-ins 1. No person took"
                        + " part: this is no evidence about the company's people");
        assertThat(people.json())
                .containsEntry("answersOfPersons", 0L)
                .containsEntry("answersOfStandIns", 1L)
                .containsEntry("stepsNotAnswered", 0L);
    }

    @Test
    void theAnswersOfPersonsAreCountedLineByLineAndWhatIsOpenIsSaid() {
        Event.PersonAsked other =
                new Event.PersonAsked("restore", 2, "operator", "Stop", "page", 1);

        PeopleAsked people = PeopleAsked.of(drilled(
                        ASKED, act("go-ahead", false), DONE, other, act("restore/1", false)))
                .orElseThrow();

        assertThat(people.sentence())
                .isEqualTo("of 2 answers of people, persons gave 2 and stand-ins 0; not answered"
                        + " in full: 1");
    }

    @Test
    void whoIsAskedAndByWhomItIsAnsweredHasALineOfItsOwn() {
        Event.PersonAsked page = new Event.PersonAsked("x", 1, "lead", "Shall we?", "page", 1);

        assertThat(EventText.of(ASKED))
                .contains("lead is asked (a stand-in, no person): Shall we?");
        assertThat(EventText.of(page)).contains("lead is asked on a page: Shall we?");
        assertThat(EventText.of(DONE)).isEmpty();
        assertThat(EventText.of(new Event.AskingEnded("go-ahead", false, 2)))
                .contains("go-ahead was not answered until the drill was over");
        assertThat(EventText.of(act("go-ahead", true)))
                .contains("lead decided go-ahead (a stand-in, no person took part): go");
    }
}
