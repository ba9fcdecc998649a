package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrillFactsTests {

    @Test
    void givesWhatAReportNeeds() {
        Journal journal = journal()
                .healthy()
                .served("transfer", 0, 10)
                .refused("transfer", 10, 12)
                .served("transfer", 12, 30)
                .event(11, new Event.AttemptsDropped("transfer", 7, nanos(10), nanos(11)))
                .fault("lost host")
                .on(10, 20)
                .ended(30)
                .build();

        DrillFacts facts = DrillFacts.of(Scenarios.primaryLost(Scenarios.recovery(30)), journal);

        assertThat(facts.lasted()).isEqualTo(Duration.ofSeconds(30));
        assertThat(facts.phases())
                .extracting(phase -> phase.time().hi())
                .containsExactly(nanos(5), nanos(30), nanos(30));
        assertThat(facts.faults()).hasSize(1);
        JourneyFacts transfer = facts.journeys().get(0);
        assertThat(transfer.before().share()).isEqualTo(1);
        assertThat(transfer.during().share()).isBetween(0.79, 0.81);
        assertThat(transfer.after().served()).isBetween(498L, 501L);
        assertThat(transfer.before().p99Nanos()).isBetween(nanos(0.00499), nanos(0.00501));
        assertThat(transfer.curve().points()).hasSize(30);
        assertThat(transfer.curve().points().get(10).statistics().share()).isZero();
        assertThat(transfer.outages()).hasSize(1);
        assertThat(transfer.dropped()).isEqualTo(7);
        assertThat(transfer.misses()).containsOnlyKeys(AttemptReason.REFUSED);
        assertThat(facts.journeys().get(1).name()).isEqualTo(Event.Attempt.CONTROL);
    }

    @Test
    void journalWithoutAnythingGivesNoFigures() {
        DrillFacts facts = DrillFacts.of(Scenarios.primaryLost(), List::of);

        assertThat(facts.faults()).isEmpty();
        assertThat(facts.journeys().get(0).before().attempts()).isZero();
    }

    @Test
    void whatIsWrittenHoldsTheWholeInterval() {
        assertThat(Figures.measured(new Interval(nanos(20.604), nanos(20.636))))
                .isEqualTo("20.62 s (+-0.02)");
        assertThat(Figures.measured(new Interval(nanos(1.0004), nanos(1.0012))))
                .isEqualTo("1.001 s (+-0.001)");
        assertThat(Figures.share(0.99999)).isEqualTo("99.99 %");
        assertThat(Figures.limit(Duration.ofMillis(500))).isEqualTo("0.5 s");
    }
}
