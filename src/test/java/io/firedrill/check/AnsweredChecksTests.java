package io.firedrill.check;

import static io.firedrill.check.JournalDsl.journal;
import static io.firedrill.check.JournalDsl.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.AttemptReason;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Ternary;
import io.firedrill.journal.Outcome;
import io.firedrill.scenario.Objective;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code isolation}, {@code backlog} and {@code degraded}: the fault is on from 10 s to 20 s, and
 * what they ask is answered within a tenth of a second.
 */
class AnsweredChecksTests {

    /** An answer that is the one the objective names. */
    private static Event good(String objective, double at, int code, String value) {
        return new Event.AnswerRead(
                objective, true, code, true, value, "", nanos(at - 0.1), nanos(at));
    }

    /** Another answer, or none where the code is negative. */
    private static Event other(String objective, double at, int code) {
        boolean answered = code >= 0;
        return new Event.AnswerRead(
                objective, answered, code, false, null, "code " + code, nanos(at - 0.1), nanos(at));
    }

    private static Verdict examine(Check check, Map<String, Object> settings, JournalDsl journal) {
        Objective objective = Scenarios.objective(check, settings);
        journal.fault("lost host").on(10, 20).ended(40);
        return check.examine(objective, Scenarios.primaryLost(objective), journal.build());
    }

    private static JournalDsl stranger(int before, int during, int after) {
        return journal()
                .healthy()
                .event(6, stranger(6, before))
                .event(15, stranger(15, during))
                .event(25, stranger(25, after));
    }

    private static Event stranger(double at, int code) {
        return code == 401 ? good("isolation", at, code, "") : other("isolation", at, code);
    }

    private static Verdict isolation(JournalDsl journal) {
        return examine(new IsolationCheck(), Map.of("entry", "web"), journal);
    }

    @Test
    void aStrangerWhoIsRefusedAlwaysPasses() {
        Verdict verdict = isolation(stranger(401, 401, 401).event(12, stranger(12, -1)));

        assertThat(verdict.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(verdict.headline())
                .startsWith("isolation: the stranger was refused 1 times during the faults and"
                        + " 1 times after them, and never admitted");
    }

    @Test
    void aStrangerWhoIsAdmittedFails() {
        Verdict during = isolation(stranger(401, 200, 401));

        assertThat(during.reason()).contains(Reason.STRANGER_ADMITTED);
        assertThat(during.headline())
                .startsWith("isolation: the stranger was admitted 1 times, first 5.000 s after the"
                        + " first fault, with status 200");
        assertThat(isolation(stranger(401, 401, 204)).reason()).contains(Reason.STRANGER_ADMITTED);
        assertThat(isolation(stranger(401, -1, 200)).reason()).contains(Reason.STRANGER_ADMITTED);
    }

    @Test
    void anErrorAdmitsNobodyAndShowsNothing() {
        assertThat(isolation(stranger(401, 503, 401)).reason()).contains(Reason.NOT_MEASURED);
        assertThat(isolation(stranger(401, 401, -1)).reason()).contains(Reason.NOT_MEASURED);
        assertThat(isolation(stranger(-1, 401, 401)).reason()).contains(Reason.NOT_MEASURED);
        assertThat(isolation(stranger(200, 401, 401)).reason())
                .contains(Reason.BASELINE_NOT_HEALTHY);
        assertThat(isolation(journal().healthy()).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void withARoleOnlyTheNewHoldersRefusalCounts() {
        Map<String, Object> settings = Map.of("entry", "web", "role", "primary");
        JournalDsl stayed = stranger(401, 401, 401).role(4, "db1", Ternary.YES);
        JournalDsl early =
                stranger(401, 401, 401).role(4, "db1", Ternary.YES).role(12, "db2", Ternary.YES);
        JournalDsl late =
                stranger(401, 401, 401).role(4, "db1", Ternary.YES).role(17, "db2", Ternary.YES);

        assertThat(examine(new IsolationCheck(), settings, stayed).reason())
                .contains(Reason.NOT_MEASURED);
        assertThat(examine(new IsolationCheck(), settings, early).status())
                .isEqualTo(Verdict.Status.PASS);
        assertThat(examine(new IsolationCheck(), settings, late).reason())
                .contains(Reason.NOT_MEASURED);
    }

    private static JournalDsl queue(String... numbers) {
        JournalDsl journal = journal().healthy();
        for (int at = 0; at < numbers.length; at++) {
            double second = 11 + 2.0 * at;
            journal.event(second, good("backlog", second, 200, numbers[at]));
        }
        return journal;
    }

    private static Verdict backlog(JournalDsl journal) {
        return examine(
                new BacklogCheck(),
                Map.of("at-most", 5, "within", Duration.ofSeconds(10)),
                journal);
    }

    @Test
    void aBacklogThatDrainsInTimePassesAndOneThatDrainsTooLateFails() {
        Verdict soon = backlog(queue("90", "80", "70", "60", "50", "40", "3", "0"));
        Verdict late = backlog(
                queue("90", "90", "90", "90", "90", "80", "70", "60", "50", "40", "30", "20", "1"));

        assertThat(soon.status()).isEqualTo(Verdict.Status.PASS);
        assertThat(soon.measured()).contains(new Verdict.Measured(0.899, 3, "s"));
        assertThat(late.reason()).contains(Reason.BACKLOG_DRAINED_TOO_LATE);
    }

    @Test
    void aBacklogThatIsLeftFailsWhereItWasReadForLongEnough() {
        Verdict left =
                backlog(queue("9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "9", "2", "8"));

        assertThat(left.reason()).contains(Reason.BACKLOG_NOT_DRAINED);
        assertThat(left.headline())
                .startsWith("backlog: 8.0 was left 14.899 s after the last heal, at most 5 asked"
                        + " within 10 s");
        assertThat(backlog(queue("9", "9", "9", "9", "9", "9", "9")).reason())
                .contains(Reason.NOT_MEASURED);
    }

    @Test
    void aBacklogThatNeverRoseOrWasNeverReadShowsNothing() {
        assertThat(backlog(queue("0", "5", "1", "0")).headline())
                .startsWith("backlog: it never rose above 5 in 4 readings,"
                        + " so nothing had to drain");
        assertThat(backlog(queue("many", "more")).headline())
                .startsWith("backlog: no number was read since the first fault");
        assertThat(backlog(queue()).reason()).contains(Reason.NOT_MEASURED);
    }

    private static JournalDsl failing(@Nullable Integer status, AttemptReason reason) {
        return journal()
                .healthy()
                .served("transfer", 0, 10)
                .event(15.5, attempt(15, reason, status))
                .served("transfer", 20, 40);
    }

    private static Event attempt(double at, AttemptReason reason, @Nullable Integer status) {
        return new Event.Attempt(
                "transfer",
                "web",
                "ada",
                9_999,
                nanos(at),
                nanos(at),
                nanos(at + 0.5),
                Outcome.FAILED,
                reason,
                status == null ? "" : "GET /x: status " + status + ", expected 200",
                status,
                null,
                false,
                0);
    }

    private static Verdict degraded(JournalDsl journal, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of("of", "transfer", "status", 503));
        settings.putAll(more);
        return examine(new DegradedCheck(), settings, journal);
    }

    @Test
    void aJourneyThatFailsAsPromisedPassesAndOneThatFailsOtherwiseFails() {
        assertThat(degraded(failing(503, AttemptReason.STATUS), Map.of()).status())
                .isEqualTo(Verdict.Status.PASS);
        Verdict other = degraded(failing(500, AttemptReason.STATUS), Map.of());
        assertThat(other.reason()).contains(Reason.PROMISE_BROKEN);
        assertThat(other.headline())
                .startsWith("degraded: 1 attempts of transfer failed in another way than was"
                        + " promised, first with STATUS, GET /x: status 500, expected 200");
        assertThat(degraded(failing(null, AttemptReason.TIMEOUT), Map.of()).reason())
                .contains(Reason.PROMISE_BROKEN);
    }

    @Test
    void aStatusThatNobodyWroteDownIsNotKnown() {
        Verdict older = degraded(failing(null, AttemptReason.STATUS), Map.of());
        Verdict beside = degraded(
                failing(503, AttemptReason.STATUS)
                        .event(16.5, attempt(16, AttemptReason.STATUS, null)),
                Map.of());

        assertThat(older.reason()).contains(Reason.NOT_MEASURED);
        assertThat(older.measured()).contains(new Verdict.Measured(0, 1, "broken"));
        assertThat(beside.reason()).contains(Reason.HARNESS_OVERLOADED);
        assertThat(beside.headline())
                .startsWith("degraded: 1 failures are not known: they may be our own, or their"
                        + " status was not written down");
    }

    @Test
    void aJourneyThatNeverFailedHadNoPromiseToKeep() {
        JournalDsl fine = journal().healthy().served("transfer", 0, 40);

        assertThat(degraded(fine, Map.of()).reason()).contains(Reason.NOT_MEASURED);
    }

    @Test
    void aPromisedAnswerIsSeenAndNoOtherButTheUsualOne() {
        Map<String, Object> asks = Map.of("ask", "a request");
        JournalDsl seen = failing(503, AttemptReason.STATUS)
                .event(15, good("degraded", 15, 503, ""))
                .event(25, other("degraded", 25, 200));
        JournalDsl other = failing(503, AttemptReason.STATUS).event(15, other("degraded", 15, 503));
        JournalDsl never = failing(503, AttemptReason.STATUS).event(25, other("degraded", 25, 200));

        assertThat(degraded(seen, asks).status()).isEqualTo(Verdict.Status.PASS);
        assertThat(degraded(other, asks).reason()).contains(Reason.PROMISE_BROKEN);
        assertThat(degraded(never, asks).reason()).contains(Reason.NOT_MEASURED);
    }
}
