package io.firedrill.systems.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told next, and when; the times are those of {@link Times#usual()}. */
final class PlannedCourseTests {
    private static final Instant BEGIN = Instant.parse("2026-11-22T14:00:00Z");
    private static final Alert FAILING = new Alert("A", List.of("order"), BEGIN, true, false);

    private final Course course = new PlannedCourse(Times.usual());

    private static Instant at(long millis) {
        return BEGIN.plusMillis(millis);
    }

    private static Alert backSince(long millis) {
        return FAILING.over(at(millis));
    }

    private static Incident declared() {
        return Incident.declared(1, FAILING, at(1000), at(3000));
    }

    private Incident identified() {
        return course.next(declared(), FAILING, at(2500)).orElseThrow();
    }

    @Test
    void belowTheThresholdNothingIsDeclared() {
        assertThat(course.declare(Optional.empty(), FAILING, true, at(1499))).isEmpty();
        assertThat(course.declare(Optional.empty(), backSince(500), true, at(5000)))
                .isEmpty();
    }

    @Test
    void fromTheThresholdOnItIsDeclaredIfSomebodyKnows() {
        assertThat(course.declare(Optional.empty(), FAILING, false, at(2000))).isEmpty();
        assertThat(course.declare(Optional.empty(), FAILING, true, at(1500)))
                .contains(Incident.declared(1, FAILING, at(1500), at(3500)));
        assertThat(course.declare(Optional.empty(), FAILING.escalate(), false, at(1500)))
                .isPresent();
    }

    @Test
    void theNextIncidentHasTheNextNumber() {
        Incident over = declared().next(State.RESOLVED, at(9000), Optional.empty());

        assertThat(course.declare(Optional.of(over), FAILING, true, at(20_000)))
                .get()
                .returns("INC-2", Incident::id)
                .returns(1, Incident::update);
    }

    @Test
    void anUpdateComesInCadenceAlsoWithoutNews() {
        Incident identified = identified();

        assertThat(course.next(declared(), FAILING, at(2499))).isEmpty();
        assertThat(identified.state()).isEqualTo(State.IDENTIFIED);
        assertThat(course.next(identified, FAILING, at(3999))).isEmpty();
        assertThat(course.next(identified, FAILING, at(4000)))
                .get()
                .returns(3, Incident::update)
                .returns(identified.eta(), Incident::eta);
    }

    @Test
    void everyUpdateIsPromisedALittleLaterThanItComes() {
        assertThat(identified().nextUpdate()).contains(at(4500));
    }

    @Test
    void theFirstNoticeKnowsNoTimeAndTheSecondDoes() {
        assertThat(declared().eta()).isEmpty();
        assertThat(identified().eta()).contains(at(5500));
    }

    @Test
    void anEstimateIsRevisedBeforeItPasses() {
        Incident third = course.next(identified(), FAILING, at(4000)).orElseThrow();

        assertThat(course.next(third, FAILING, at(4499))).isEmpty();
        assertThat(course.next(third, FAILING, at(4500)).orElseThrow().eta()).contains(at(7500));
    }

    @Test
    void whatFailsInAdditionIsToldAtOnce() {
        Alert more = FAILING.failing(List.of("look-up", "order"));

        assertThat(course.next(identified(), more, at(2600)).orElseThrow().affected())
                .containsExactly("look-up", "order");
    }

    @Test
    void whatWasSeenWellOnceIsNotYetBack() {
        assertThat(course.next(identified(), backSince(3000), at(3099))).isEmpty();
        assertThat(course.next(identified(), backSince(3000), at(3100))
                        .orElseThrow()
                        .state())
                .isEqualTo(State.MONITORING);
    }

    @Test
    void onlyWhatStaysBackIsResolved() {
        Incident monitoring =
                course.next(identified(), backSince(3000), at(3100)).orElseThrow();

        assertThat(course.next(monitoring, backSince(3000), at(4599))).isEmpty();
        assertThat(course.next(monitoring, backSince(3000), at(4600))
                        .orElseThrow()
                        .state())
                .isEqualTo(State.MONITORING);
        assertThat(course.next(monitoring, backSince(3000), at(5000)).orElseThrow())
                .returns(State.RESOLVED, Incident::state)
                .returns(Optional.empty(), Incident::nextUpdate);
    }

    @Test
    void whatFailsAgainIsToldAtOnceWithANewEstimate() {
        Incident monitoring =
                course.next(identified(), backSince(3000), at(3100)).orElseThrow();

        assertThat(course.next(monitoring, FAILING, at(3200)).orElseThrow())
                .returns(State.IDENTIFIED, Incident::state)
                .returns(Optional.of(at(6200)), Incident::eta);
    }

    @Test
    void inALongIncidentThereIsLessNewsAndThatIsAnnounced() {
        Duration slow = Times.usual().slow().cadence();
        Incident late = identified()
                .next(State.IDENTIFIED, at(7000), Optional.empty())
                .expectedBack(Optional.of(at(60_000)));

        assertThat(course.next(late, FAILING, at(9499))).isEmpty();
        assertThat(course.next(late, FAILING, at(9500)).orElseThrow().nextUpdate())
                .contains(at(9500).plus(slow).plusMillis(500));
    }
}
