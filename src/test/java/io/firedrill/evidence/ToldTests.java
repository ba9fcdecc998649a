package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firedrill.SampleDrills;
import io.firedrill.SampleNotices;
import io.firedrill.check.DrillResult;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Entry;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Delivery;
import io.firedrill.journal.Fact;
import io.firedrill.scenario.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say of notices, and of the checks on them. */
final class ToldTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    @TempDir
    Path folder;

    @Test
    void everyEventHasALineInPlainWords() {
        Map<String, String> facts =
                Map.of(Fact.INCIDENT, "INC-7", Fact.UPDATE, "2", Fact.STATE, "identified");

        assertThat(Stream.of(
                                new Event.ChannelProven("mail", true, "a test arrived", 0, 1),
                                new Event.ChannelProven("sms", false, "nothing arrived", 0, 1),
                                notice("mail", facts, List.of()),
                                notice("mail", facts, List.of("Expected back: soonish")),
                                notice("mail", Map.of(Fact.TEST, "yes"), List.of()),
                                notice("mail", Map.of(), List.of()),
                                notice(
                                        "pager",
                                        Map.of(Fact.INCIDENT, "w", Fact.ACTION, "trigger"),
                                        List.of()),
                                delivery(Delivery.REFUSED),
                                page(true, 200, facts),
                                page(true, 503, Map.of()),
                                page(false, -1, Map.of()),
                                new Event.PersonActed(
                                        "on-call", "acknowledged", "INC-7", "", true, 0, 1))
                        .map(event -> EventText.of(event).orElseThrow()))
                .containsExactly(
                        "channel mail is alive: a test arrived",
                        "channel sms was NOT proven alive: nothing arrived",
                        "told on mail: INC-7, update 2, identified",
                        "told on mail: INC-7, update 2, identified;"
                                + " could not be read: Expected back: soonish",
                        "told on mail: a test message",
                        "told on mail: a message that names no incident",
                        "told on pager: w, trigger",
                        "sms, to +44: REFUSED by the provider: unknown number",
                        "page shows INC-7, update 2, identified, without all that the page needs",
                        "page answered 503: slow",
                        "page gave no answer: slow",
                        "on-call acknowledged INC-7 (a stand-in, no person took part)");
    }

    @Test
    void onlyWhatDidNotArriveHasALineOfItsDelivery() {
        assertThat(EventText.of(delivery(Delivery.UNDELIVERED)))
                .hasValue("sms, to +44: UNDELIVERED: unknown number");
        assertThat(EventText.of(delivery(Delivery.DELIVERED))).isEmpty();
        assertThat(EventText.of(delivery(Delivery.ACCEPTED))).isEmpty();
    }

    @Test
    void onlyAChannelThatWasNotProvenAliveIsWrongWithTheDrill() {
        assertThat(EventText.wrong(new Event.ChannelProven("sms", false, "", 0, 1)))
                .isTrue();
        assertThat(EventText.wrong(new Event.ChannelProven("sms", true, "", 0, 1)))
                .isFalse();
    }

    @Test
    void whatOnlyRepeatsHasNoLine() {
        List<Event> events = List.of(
                notice("mail", Map.of(Fact.STATE, "identified"), List.of()),
                notice("mail", Map.of(Fact.STATE, "identified"), List.of()),
                notice("sms", Map.of(Fact.STATE, "identified"), List.of()),
                page(true, 200, Map.of(Fact.STATE, "operational")),
                page(true, 200, Map.of(Fact.STATE, "operational")),
                page(false, -1, Map.of()),
                page(true, 200, Map.of(Fact.STATE, "operational")));
        List<Entry> entries = events.stream()
                .map(event -> new Entry(0, 0, START, "inboxes", event))
                .toList();

        assertThat(ToldLines.of(entries).stream().map(Entry::event))
                .containsExactly(
                        events.get(0), events.get(2), events.get(3), events.get(5), events.get(6));
    }

    @Test
    void theSummarySaysWhatOfThePlanWasNotMeasured() throws Exception {
        Drilled drill = drilled(
                SampleNotices.drill(60, "recovery", "n01-first-notice", "n09-eta-kept"),
                SampleDrills.pass("recovery"),
                SampleDrills.pass("n01-first-notice"),
                SampleDrills.inconclusive("n09-eta-kept", Reason.NOT_EXERCISED));

        SummaryFile.write(folder.resolve("summary.json"), run(drill), KnownGaps.NONE);

        JsonNode told = json("/drills/0/told");
        assertThat(told.toString())
                .isEqualTo("{\"measured\":[\"n01-first-notice\"],"
                        + "\"notMeasured\":[\"n05-cadence\",\"n09-eta-kept\",\"n17-page-independent\"],"
                        + "\"timeScale\":60}");
        assertThat(json("/drills/0/objectives/0").has("timeScale")).isFalse();
        assertThat(json("/drills/0/objectives/1").get("timeScale").asDouble()).isEqualTo(60);
    }

    @Test
    void aValueWhoseIntervalStraddlesItsLimitWasMeasured() {
        Drilled drill = drilled(
                SampleNotices.drill(60, "n01-first-notice", "n05-cadence"),
                SampleDrills.inconclusive("n01-first-notice", Reason.STRADDLES_LIMIT),
                SampleDrills.inconclusive("n05-cadence", Reason.CHANNEL_NOT_PROVEN));

        assertThat(ToldChecks.of(drill).orElseThrow().measured())
                .containsExactly("n01-first-notice");
    }

    @Test
    void aSystemWithoutAPlanHasNothingOfIt() throws Exception {
        Drilled drill = drilled(
                SampleDrills.drill("bank/primary-lost", "recovery"), SampleDrills.pass("recovery"));

        SummaryFile.write(folder.resolve("summary.json"), run(drill), KnownGaps.NONE);

        assertThat(json("/drills/0").has("told")).isFalse();
    }

    @Test
    void theTableMarksScaledValuesAndNamesWhatWasNotMeasured() {
        Drilled drill = drilled(
                SampleNotices.drill(60, "recovery", "n17-page-independent"),
                SampleDrills.pass("recovery"),
                SampleDrills.pass("n17-page-independent"));

        List<String> table = ResultTable.of(run(drill), terminal(), Map.of());

        assertThat(table)
                .contains(
                        "                   PASS     recovery              30 s    20.63 s +-0.02",
                        "                   PASS     n17-page-independent  30 s"
                                + "    20.63 s +-0.02 (scaled 1:60)",
                        "bank/primary-lost: 1 s of the drill stands for 60 s of the plan:"
                                + " no result in real time",
                        "bank/primary-lost: not measured: n01-first-notice, n05-cadence");
    }

    @Test
    void aDrillThatAsksNothingOfThePlanSaysNothingOfIt() {
        Drilled drill = drilled(SampleNotices.drill(60, "recovery"), SampleDrills.pass("recovery"));

        assertThat(ResultTable.of(run(drill), terminal(), Map.of()))
                .noneMatch(line -> line.contains("stands for") || line.contains("not measured"));
    }

    @Test
    void aCountIsNotScaled() {
        Verdict lost = new Verdict(
                "n21-delivery",
                false,
                Verdict.Status.PASS,
                "none lost",
                "0",
                Optional.of(new Verdict.Measured(0, 0, "notices")),
                Optional.empty(),
                List.of(),
                Map.of());
        Drilled drill = drilled(SampleNotices.drill(60, "n21-delivery"), lost);

        assertThat(PlanTime.mark(drill, lost)).isEmpty();
    }

    @Test
    void allureSaysItInTheDescriptionAndInItsSteps() throws Exception {
        Drilled drill = drilled(
                SampleNotices.drill(60, "n01-first-notice"), SampleDrills.pass("n01-first-notice"));
        Path pack = folder.resolve("pack");
        PackFolder.begin(pack).seal(drill, Seal.plain());

        new AllureResults(folder.resolve("results"), KnownGaps.NONE).add(drill, pack);

        String leaf = leaf("bank/primary-lost/n01-first-notice");
        assertThat(leaf)
                .contains(
                        "1 s of the drill stands for 60 s of the plan: no result in real time.",
                        "not measured: n05-cadence, n17-page-independent.",
                        "20.63 s +-0.02 (scaled 1:60)",
                        "told on chat: INC-7, update 1, investigating",
                        "What people were told",
                        "text/html")
                .containsOnlyOnce("\"page shows operational\"");
    }

    private String leaf(String id) throws Exception {
        try (Stream<Path> files = Files.list(folder.resolve("results"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
                String text = Files.readString(file);
                if (text.contains("\"fullName\":\"" + id + "\"")) {
                    return text;
                }
            }
        }
        return "";
    }

    @Test
    void aPromiseThatNothingFollowedIsBrokenOnlyWhereTheDrillLastedUntilThen() {
        Map<String, String> facts = Map.of(
                Fact.INCIDENT, "INC-7",
                Fact.UPDATE, "1",
                Fact.STATE, "identified",
                Fact.NEXT_UPDATE, START.plusSeconds(40).toString());
        List<Notice> notices = story(SampleNotices.outage().notice(20, "mail", "ada", facts));

        Promise early = Promise.in(notices, 30_000_000_000L).get(0);
        Promise late = Promise.in(notices, 50_000_000_000L).get(0);

        assertThat(early.outcome()).isEqualTo(Promise.Outcome.OPEN);
        assertThat(early.broken()).isFalse();
        assertThat(late.outcome()).isEqualTo(Promise.Outcome.NONE);
        assertThat(late.broken()).isTrue();
    }

    @Test
    void aPromiseToCustomersIsNotKeptByANoticeToStaff() {
        Map<String, String> first = Map.of(
                Fact.INCIDENT, "INC-7",
                Fact.UPDATE, "1",
                Fact.STATE, "identified",
                Fact.AUDIENCE, "customers",
                Fact.NEXT_UPDATE, START.plusSeconds(30).toString());
        Map<String, String> second = Map.of(
                Fact.INCIDENT, "INC-7",
                Fact.UPDATE, "2",
                Fact.STATE, "identified",
                Fact.AUDIENCE, "staff");
        List<Notice> notices = story(SampleNotices.outage()
                .notice(20, "mail", "ada", first)
                .notice(25, "mail", "desk", second));

        assertThat(Promise.in(notices, 50_000_000_000L))
                .extracting(Promise::outcome)
                .containsExactly(Promise.Outcome.NONE);
    }

    @Test
    void aWordOrAnInstantOutOfReachIsNoPlaceOnTheAxis() {
        Notice.Clock clock = new Notice.Clock(7, START);

        assertThat(clock.nanos(START.plusSeconds(1).toString())).hasValue(1_000_000_007L);
        assertThat(clock.nanos("unknown")).isEmpty();
        assertThat(clock.nanos("+999999999-12-31T23:59:59Z")).isEmpty();
    }

    private static List<Notice> story(SampleNotices sample) {
        Drilled drill = new Drilled(
                new DrillResult(SampleNotices.drill(60), List.of()),
                sample.journal(),
                Path.of("drills"),
                START,
                START,
                List.of(),
                List.of());
        return Told.of(Course.of(drill)).orElseThrow().notices();
    }

    @Test
    void timesArePlainAndNeverRoundedToNothing() {
        PlanTime scaled = new PlanTime(60);

        assertThat(scaled.both(4.2)).isEqualTo("4.2 min (4.2 s in the drill)");
        assertThat(scaled.both(130)).isEqualTo("2.2 h (2.2 min in the drill)");
        assertThat(new PlanTime(1).both(4.2)).isEqualTo("4.2 s");
        assertThat(scaled.since(new PlanTime.Since(-3.1, -2.9))).isEqualTo("3.1 to 2.9 min before");
        assertThat(scaled.measured(new PlanTime.Since(4.2, 4.2)))
                .isEqualTo("4.20 s \u00b10.01 s in the drill");
        assertThat(scaled.measured(new PlanTime.Since(4, 4.021)))
                .isEqualTo("4.01 s \u00b10.02 s in the drill");
    }

    private static Event notice(String channel, Map<String, String> facts, List<String> unread) {
        return new Event.NoticeReceived(channel, "ada", "m", null, facts, unread, "text", 0, 1);
    }

    private static Event delivery(Delivery delivery) {
        return new Event.DeliveryReported("sms", "m", "+44", delivery, "unknown number", 0, 1);
    }

    private static Event page(boolean answered, int code, Map<String, String> facts) {
        boolean whole = facts.size() == 1;
        return new Event.PageRead("page", answered, code, whole, facts, List.of(), "slow", 0, 1);
    }

    private static Terminal terminal() {
        return Terminal.on(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    private JsonNode json(String at) throws Exception {
        return new ObjectMapper()
                .readTree(folder.resolve("summary.json").toFile())
                .at(at);
    }

    private static Drilled drilled(Scenario scenario, Verdict... verdicts) {
        List<Verdict> all = Stream.concat(
                        Stream.of(SampleDrills.held("effect")), Stream.of(verdicts))
                .toList();
        return new Drilled(
                new DrillResult(scenario, all),
                SampleNotices.story(),
                Reports.place(scenario),
                START,
                START.plusSeconds(48),
                List.of(),
                List.of());
    }

    private static Run run(Drilled drill) {
        return new Run(
                "inprocess",
                List.of(),
                1,
                START,
                START.plusSeconds(60),
                List.of(drill),
                List.of(),
                Map.of());
    }
}
