package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.journal.SystemClock;
import io.firedrill.observe.people.People;
import io.firedrill.scenario.Assignment;
import io.firedrill.scenario.Options;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Step;
import io.firedrill.scenario.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Who answers in a run, by its switches. */
class WhoAnswersTests {
    private static final Path NO_TTY = Path.of("no", "tty");

    private static Options options(String people) {
        Properties properties = new Properties();
        properties.setProperty("firedrill.people", people);
        return Options.from(properties);
    }

    private static Scenario asking() {
        Scenario drill = SampleDrills.drill("bank/by-hand", "recovery");
        Assignment.Line line =
                new Assignment.Line("lead", "Shall we?", List.of("done"), Duration.ofSeconds(1));
        Step ask = new Step.Ask(
                new Trigger.After(Duration.ZERO),
                "go-ahead",
                new Assignment(
                        false,
                        "responded",
                        List.of(line),
                        Duration.ofSeconds(1),
                        Optional.empty(),
                        false,
                        Optional.empty()));
        return new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                drill.system(),
                drill.customers(),
                drill.baseline(),
                List.of(ask),
                drill.objectives(),
                drill.relayed(),
                drill.limit(),
                drill.twin());
    }

    @Test
    void aPersonWhoIsNotThereIsNotAskedAtATerminal() {
        assertThat(WhoAnswers.missing(options("terminal"), List.of(asking()), NO_TTY))
                .containsExactly("firedrill.people=terminal: no terminal opens here, so nobody can"
                        + " be asked; allowed here: page, stand-in");
        assertThat(WhoAnswers.missing(options("page"), List.of(asking()), NO_TTY))
                .isEmpty();
        Scenario other = SampleDrills.drill("bank/other", "recovery");
        assertThat(WhoAnswers.missing(options("terminal"), List.of(other), NO_TTY))
                .isEmpty();
    }

    @Test
    void aDrillThatAsksNothingOpensNothing() {
        try (WhoAnswers answers = new WhoAnswers()) {
            Scenario other = SampleDrills.drill("bank/other", "recovery");
            People people = answers.of(other, options("page"), new SystemClock(), line -> {});

            assertThat(people.way()).isEqualTo("stand-in");
        }
    }

    @Test
    void thePageIsOneForAllDrillsOfARun() {
        try (WhoAnswers answers = new WhoAnswers()) {
            List<String> said = new ArrayList<>();
            SystemClock clock = new SystemClock();

            People people = answers.of(asking(), options("page"), clock, said::add);

            assertThat(people.way()).isEqualTo("page");
            assertThat(answers.of(asking(), options("page"), clock, said::add)).isSameAs(people);
            assertThat(said).isEmpty();
        }
    }
}
