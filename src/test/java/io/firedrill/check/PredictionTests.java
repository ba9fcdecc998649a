package io.firedrill.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.check.Prediction.Outcome;
import io.firedrill.scenario.Scenario;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTests {

    private static Prediction predicted(String text, Optional<Verdict.Measured> measured) {
        Verdict verdict = new Verdict(
                "recovery",
                false,
                Verdict.Status.FAIL,
                "",
                "",
                measured,
                Optional.of(Reason.RECOVERED_TOO_LATE),
                List.of(),
                Map.of());
        Scenario some = Scenarios.primaryLost();
        Scenario.About about = new Scenario.About(
                some.about().function(),
                some.about().plan(),
                some.about().level(),
                some.about().repeat(),
                some.about().severity(),
                some.about().why(),
                Map.of("recovery", text));
        Scenario scenario = new Scenario(
                some.id(),
                some.file(),
                some.title(),
                about,
                some.system(),
                some.customers(),
                some.baseline(),
                some.steps(),
                some.objectives(),
                some.relayed(),
                some.limit(),
                some.twin());
        return Prediction.of(new DrillResult(scenario, List.of(verdict))).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "15s..25s, 20.61 20.64 s, AS_PREDICTED",
        "15s..25s, 25.01 25.02 s, DRIFTED",
        "15s..25s, 3 4 s, DRIFTED",
        "15s..25s, 24.9 25.1 s, UNCLEAR",
        "20s, 12 12.1 s, AS_PREDICTED",
        "20s, 21 22 s, DRIFTED",
        "500ms..1m, 0.4 0.45 s, DRIFTED",
        "500ms..1m, 59 59.5 s, AS_PREDICTED",
        "0, 0 0 writes, AS_PREDICTED",
        "0, 3 3 writes, DRIFTED",
        "95%, 97 99 %, AS_PREDICTED",
        "95%, 90 91 %, DRIFTED",
        "90%..95%, 97 99 %, DRIFTED",
        "0, 1 1 s, NOT_COMPARED",
        "20s, 1 1 writes, NOT_COMPARED",
        "10s..50%, 1 1 s, NOT_COMPARED",
        "soon, 1 1 s, NOT_COMPARED"
    })
    void isComparedWithWhatWasMeasured(String text, String measured, Outcome outcome) {
        String[] words = measured.split(" ");
        Verdict.Measured value = new Verdict.Measured(
                Double.parseDouble(words[0]), Double.parseDouble(words[1]), words[2]);

        assertThat(predicted(text, Optional.of(value)).outcome()).isEqualTo(outcome);
    }

    @Test
    void saysWhatItFound() {
        Verdict.Measured measured = new Verdict.Measured(25.01, 25.02, "s");

        assertThat(predicted("15s..25s", Optional.of(measured)).said())
                .isEqualTo("was 25.01 to 25.02 s, not as predicted");
        assertThat(predicted("15s..25s", Optional.empty()).said())
                .isEqualTo("not compared: nothing was measured");
    }
}
