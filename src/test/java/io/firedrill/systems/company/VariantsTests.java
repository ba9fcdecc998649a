package io.firedrill.systems.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.DrillException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Defects by name, and what they do to what is told. */
final class VariantsTests {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final Incident INCIDENT = Incident.declared(
            1,
            new Alert("A", List.of("look-up", "order"), NOW, true, false),
            NOW,
            NOW.plusSeconds(2));

    private static List<Letter> letters(Map<String, String> settings) {
        return Variants.of(settings).letters().apply(Distribution.of(INCIDENT));
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatIs() {
        assertThatThrownBy(() -> Variants.of(Map.of("letter", "none")))
                .isInstanceOf(DrillException.class)
                .hasMessage("unknown setting 'letter'; known settings:"
                        + " [course, letters, plan, status-page, words]");
        assertThatThrownBy(() -> Variants.of(Map.of("course", "never")))
                .isInstanceOf(DrillException.class)
                .hasMessage("unknown value 'never' of setting 'course'; known values:"
                        + " [at-every-blip, keeps-its-eta, nobody-else-called, only-news,"
                        + " resolves-early, usual]");
    }

    @Test
    void usualIsTheHealthyCompany() {
        assertThat(letters(Map.of("letters", "usual", "words", "usual")))
                .isEqualTo(Distribution.of(INCIDENT));
    }

    @Test
    void anApprovalMayComeAfterTheSending() {
        assertThat(letters(Map.of("words", "approved-afterwards")))
                .allMatch(letter -> letter.fact("Approved by")
                        .equals("communications-lead at 2026-11-22T14:00:01Z"));
    }

    @Test
    void aScopeMayBeTooSmall() {
        assertThat(letters(Map.of("words", "scope-too-small")))
                .allMatch(letter -> letter.fact("Affected").equals("look-up"));
    }

    @Test
    void thePageMayPromiseSomethingElse() {
        assertThat(letters(Map.of("words", "contradiction")).stream()
                        .map(letter -> letter.fact("Next update"))
                        .distinct())
                .containsExactly("2026-11-22T14:00:02Z", "2026-11-22T14:00:03Z");
    }
}
