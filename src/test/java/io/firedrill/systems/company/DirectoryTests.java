package io.firedrill.systems.company;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a plan knows. */
final class DirectoryTests {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Incident INCIDENT = Incident.declared(
            1,
            new Alert("A", List.of("look-up", "order"), NOW, true, false),
            NOW,
            NOW.plusSeconds(2));
    private static final String PLAN = Json.text(Contacts.plan());

    private static Letter to(String audience, String address) {
        return Distribution.of(INCIDENT).stream()
                .filter(letter -> letter.channel().equals(Contacts.MAIL))
                .findFirst()
                .orElseThrow()
                .to(audience, address);
    }

    @Test
    void everybodyWhoIsToldIsInThePlan() {
        assertThatCode(() -> {
                    for (Letter letter : Distribution.of(INCIDENT)) {
                        Directory.findIn(PLAN, letter);
                    }
                    for (Letter test : Distribution.tests()) {
                        Directory.findIn("{}", test);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whoIsInNoPlanIsNotFoundNorIsAnybodyWithoutOne() {
        assertThatThrownBy(() -> Directory.findIn(PLAN, to("customers", "eve@nowhere.example")))
                .isInstanceOf(IOException.class)
                .hasMessage("nobody in the plan is reached at eve@nowhere.example");
        assertThatThrownBy(() -> Directory.findIn("", to("customers", "ada@customers.example")))
                .isInstanceOf(IOException.class);
    }
}
