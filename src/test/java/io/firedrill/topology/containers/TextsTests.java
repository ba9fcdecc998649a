package io.firedrill.topology.containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventActor;
import io.firedrill.topology.Sighting.ComponentChanged;
import io.firedrill.topology.Witness.LinkView;
import io.firedrill.topology.Witness.Outcome;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts that come from elsewhere. */
class TextsTests {
    @Test
    void takesSecretsOutInEveryForm() {
        Secrets secrets =
                new Secrets(Map.of("PASSWORD", "p&ss wörd", "LONGER", "p&ss wörd-2", "PORT", "80"));

        assertThat(secrets.mask("a=p&ss wörd b=p&ss wörd-2 c=cCZzcyB3w7ZyZA== d=7026737320"
                        + "77c3b67264 e=p%26ss+w%C3%B6rd port 80"))
                .isEqualTo(
                        "a=${PASSWORD} b=${LONGER} c=${PASSWORD}== d=${PASSWORD} e=${PASSWORD} port 80");
    }

    @Test
    void takesOutOfADefinitionWhatOthersCalledASecret() {
        Secrets secrets = new Secrets(Map.of("BANK_PASSWORD", "open-sesame"));

        assertThat(secrets.maskDefinition("""
                services:
                  db:
                    environment:
                      API_TOKEN: abc
                      DB_PASSWORD: open-sesame
                      POSTGRES_PASSWORD: "postgres: x"
                      TOKENS_PER_USER: "5"
                      MONKEY: banana
                    image: postgres
                """)).isEqualTo("""
                services:
                  db:
                    environment:
                      API_TOKEN: (masked)
                      DB_PASSWORD: ${BANK_PASSWORD}
                      POSTGRES_PASSWORD: (masked)
                      TOKENS_PER_USER: (masked)
                      MONKEY: banana
                    image: postgres
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "2.26.1-4, true",
        "v2.26.0, true",
        "2.40, true",
        "3.0.0, true",
        "2.25.9, false",
        "1.29.2, false",
        "dev, false",
        "'', false",
        "2, false"
    })
    void wantsAComposeThatCanReset(String version, boolean enough) {
        assertThat(Run.isNewEnough(version)).isEqualTo(enough);
    }

    @Test
    void showsTheLastFifteenLinesAsSomebodyElsesWords() {
        String log = IntStream.rangeClosed(1, 20)
                .mapToObj(it -> "line " + it)
                .collect(Collectors.joining("\n"));

        assertThat(StartFailure.tail(log)).startsWith("  | line 6\n").endsWith("\n  | line 20");
    }

    @Test
    void readsEventsOfServicesAndNothingElse() {
        assertThat(Sightings.read(event("die", Map.of(Labels.SERVICE, "db", "exitCode", "137"))))
                .contains(new ComponentChanged("db", "die", "exit code 137", 5));
        assertThat(Sightings.read(event("health_status: unhealthy", Map.of(Labels.SERVICE, "db"))))
                .contains(new ComponentChanged("db", "unhealthy", "", 5));
        assertThat(Sightings.read(event("exec_create: curl", Map.of(Labels.SERVICE, "db"))))
                .isEmpty();
        assertThat(Sightings.read(event("die", Map.of()))).isEmpty();
    }

    @Test
    void readsWhatTheProbePrints() {
        assertThat(
                        ProbeLine.read(
                                "{\"outcome\":\"connect-silent\",\"connectMillis\":-1.0,\"answerMillis\":-1.0,\"errno\":\"\"}\n"))
                .isEqualTo(new LinkView(Outcome.CONNECT_SILENT, -1, -1, ""));
        assertThat(ProbeLine.read(
                                "{\"outcome\":\"answered\",\"connectMillis\":0.3,\"answerMillis\":1.2}")
                        .connectMillis())
                .isEqualTo(0.3);
    }

    @Test
    void isBlindWhereTheProbeSaysWhatItNeverSays() {
        assertThat(ProbeLine.read("{\"outcome\":\"fine\"}").outcome()).isEqualTo(Outcome.BLIND);
        assertThat(ProbeLine.read("sh: not found").detail())
                .isEqualTo("the probe printed 'sh: not found'");
        assertThat(ProbeLine.read("").outcome()).isEqualTo(Outcome.BLIND);
    }

    private static Event event(String action, Map<String, String> attributes) {
        return new Event()
                .withAction(action)
                .withTimenano(5L)
                .withEventActor(new EventActor().withAttributes(attributes));
    }
}
