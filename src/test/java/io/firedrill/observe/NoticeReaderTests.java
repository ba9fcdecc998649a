package io.firedrill.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.firedrill.journal.Fact;
import io.firedrill.observe.NoticeReader.Reading;
import io.firedrill.scenario.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NoticeReaderTests {
    private static final String WHOLE = """
            Incident: INC-7
            Update: 2
            State: identified
            For: customers / retail
            Affected: transfer, balance
            Regions: North
            Impact: Transfers   fail at the moment.
            Expected back: 2026-11-22T14:30:00Z
            Next update: 2026-11-22T15:10:00+01:00
            Workaround: balance
            Contact: 0800 555 0100
            Data: no data was lost
            Measures: A standby takes over.
            Cause: a disk
            Supplier: Example Ltd
            Approved by: communications-lead at 2026-11-22T14:00:00Z
            Declared: 2026-11-22T13:59:00Z
            Sent: 2026-11-22T14:00:01.250Z
            Changed: 2026-11-22T14:00:02Z
            Review: 2026-11-25T09:00:00Z
            Language: en
            Test: yes
            """;

    @Test
    void readsEveryLabelOfTheEnglishTemplate() {
        Reading reading = reader(Map.of()).read(WHOLE);

        assertThat(reading.unread()).isEmpty();
        assertThat(reading.facts())
                .containsExactly(
                        entry(Fact.AFFECTED, "balance,transfer"),
                        entry(Fact.APPROVED_AT, "2026-11-22T14:00:00Z"),
                        entry(Fact.APPROVED_BY, "communications-lead"),
                        entry(Fact.AUDIENCE, "customers"),
                        entry(Fact.CAUSE, "a disk"),
                        entry(Fact.CHANGED, "2026-11-22T14:00:02Z"),
                        entry(Fact.CONTACT, "0800 555 0100"),
                        entry(Fact.DATA, "none-lost"),
                        entry(Fact.DECLARED, "2026-11-22T13:59:00Z"),
                        entry(Fact.ETA, "2026-11-22T14:30:00Z"),
                        entry(Fact.IMPACT, "Transfers fail at the moment."),
                        entry(Fact.INCIDENT, "INC-7"),
                        entry(Fact.LANGUAGE, "en"),
                        entry(Fact.MEASURES, "A standby takes over."),
                        entry(Fact.NEXT_UPDATE, "2026-11-22T14:10:00Z"),
                        entry(Fact.REGIONS, "north"),
                        entry(Fact.REVIEW, "2026-11-25T09:00:00Z"),
                        entry(Fact.SEGMENT, "retail"),
                        entry(Fact.SENT, "2026-11-22T14:00:01.250Z"),
                        entry(Fact.STATE, "identified"),
                        entry(Fact.SUPPLIER, "Example Ltd"),
                        entry(Fact.TEST, "yes"),
                        entry(Fact.UPDATE, "2"),
                        entry(Fact.WORKAROUND, "balance"));
    }

    @Test
    void readsTheSameFromOneLineWithBars() {
        String line = WHOLE.strip().replace("\n", " | ");

        assertThat(reader(Map.of()).read(line)).isEqualTo(reader(Map.of()).read(WHOLE));
    }

    @Test
    void neitherOrderNorCaseNorLineEndsMatter() {
        Reading reading =
                reader(Map.of()).read("Dear customer,\r\nSTATE: Resolved\r\n incident : INC-1\r\n");

        assertThat(reading.facts())
                .containsExactly(entry(Fact.INCIDENT, "INC-1"), entry(Fact.STATE, "resolved"));
    }

    @Test
    void aBarWithoutALabelBehindItIsText() {
        Reading reading = reader(Map.of()).read("Impact: cards | transfers: both fail | State: x");

        assertThat(reading.facts())
                .containsExactly(
                        entry(Fact.IMPACT, "cards | transfers: both fail"), entry(Fact.STATE, "x"));
    }

    @Test
    void anEtaThatIsNotKnownIsSaidToBeUnknown() {
        assertThat(reader(Map.of()).read("Expected back: not known yet").facts())
                .containsExactly(entry(Fact.ETA, "unknown"));
    }

    @Test
    void whatCanNotBeReadIsASentenceAndNoFact() {
        Reading reading = reader(Map.of()).read("""
                        Expected back: soon
                        Next update: 2026-11-22T14:10:00
                        Update: zero
                        Data: safe
                        State:
                        Approved by: deputy at noon
                        """);

        assertThat(reading.facts()).containsExactly(entry(Fact.APPROVED_BY, "deputy"));
        assertThat(reading.unread())
                .containsExactlyInAnyOrder(
                        "'Expected back: soon' is neither a point in time with its time zone, such as"
                                + " 2026-11-22T14:30:00Z, nor 'not known yet'",
                        "'Next update: 2026-11-22T14:10:00' is no point in time with its time zone,"
                                + " such as 2026-11-22T14:30:00Z",
                        "'Update: zero' is no whole number from 1",
                        "'Data: safe' is none of 'no data was lost', 'data was lost', 'being checked'",
                        "'State' says nothing",
                        "'Approved by: noon' is no point in time with its time zone, such as"
                                + " 2026-11-22T14:30:00Z");
    }

    @Test
    void aTimeThatNobodyMeansIsAFinding() {
        Reading reading = reader(Map.of())
                .read("Approved by: deputy at +999999999-12-31T23:59:59Z\n"
                        + "Sent: 0001-01-01T00:00:00Z\nExpected back: 9999-12-31T23:00:00Z");

        assertThat(reading.facts())
                .containsExactly(
                        entry(Fact.APPROVED_BY, "deputy"), entry(Fact.ETA, "9999-12-31T23:00:00Z"));
        assertThat(reading.unread())
                .containsExactlyInAnyOrder(
                        "'Approved by: +999999999-12-31T23:59:59Z' is no point in time with its time"
                                + " zone, such as 2026-11-22T14:30:00Z",
                        "'Sent: 0001-01-01T00:00:00Z' is no point in time with its time zone, such as"
                                + " 2026-11-22T14:30:00Z");
    }

    @Test
    void aLabelThatSaysTwoThingsIsAFindingAndTheFirstCounts() {
        Reading reading =
                reader(Map.of()).read("State: resolved\nState: identified\nUpdate: 1\nUpdate: 1");

        assertThat(reading.facts()).containsEntry(Fact.STATE, "resolved");
        assertThat(reading.unread())
                .containsExactly(
                        "'State' is said twice: 'resolved', then 'identified'; the first counts");
    }

    @Test
    void timesAreReadInSeveralWaysOfWritingAndComeOutInOne() {
        for (String written : List.of(
                "2026-11-22T14:30:00Z",
                "2026-11-22 14:30 UTC",
                "2026-11-22 16:30:00 +0200",
                "Sun, 22 Nov 2026 14:30:00 GMT")) {
            assertThat(reader(Map.of()).read("Next update: " + written).facts())
                    .as(written)
                    .containsExactly(entry(Fact.NEXT_UPDATE, "2026-11-22T14:30:00Z"));
        }
    }

    @Test
    void aPatternOfTheChannelCountsAloneForItsFact() {
        NoticeReader reader = reader(Map.of("en", Map.of(Fact.ETA, "^Back at (.*)$")));

        Reading reading =
                reader.read("Expected back: nonsense\nback at 2026-11-22T14:30:00Z\nState: x");

        assertThat(reading.facts())
                .containsExactly(entry(Fact.ETA, "2026-11-22T14:30:00Z"), entry(Fact.STATE, "x"));
        assertThat(reading.unread()).isEmpty();
    }

    @Test
    void theLanguageThatAMessageNamesDecidesElseThePatternsThatReadMost() {
        NoticeReader reader = reader(Map.of(
                "de", Map.of(Fact.INCIDENT, "Vorfall (\\w+)", Fact.STATE, "Stand (\\w+)"),
                "fr", Map.of(Fact.INCIDENT, "Incident (\\w+)", Fact.STATE, "Etat (\\w+)")));

        assertThat(reader.read("Vorfall V1, Stand behoben").facts())
                .containsEntry(Fact.INCIDENT, "V1");
        assertThat(reader.read("Incident I1, Etat clos").facts())
                .containsEntry(Fact.INCIDENT, "I1");
        assertThat(reader.read("Vorfall V1, Stand behoben, Incident I1\nLanguage: fr")
                        .facts())
                .containsEntry(Fact.INCIDENT, "I1")
                .doesNotContainKey(Fact.STATE);
    }

    @Test
    void aJsonPathReadsTheBodyAndTheTextAllElse() {
        NoticeReader reader = reader(Map.of(
                "en", Map.of(Fact.INCIDENT, "$.alert.id", Fact.AFFECTED, "$.alert.what[*]")));

        Reading reading = reader.readJson(
                "{\"alert\": {\"id\": 7, \"what\": [\"transfer\", \"balance\"]}}",
                "State: resolved");

        assertThat(reading.facts())
                .containsExactly(
                        entry(Fact.AFFECTED, "balance,transfer"),
                        entry(Fact.INCIDENT, "7"),
                        entry(Fact.STATE, "resolved"));
    }

    @Test
    void whatIsNoJsonIsAFindingAndTheTextIsReadAllTheSame() {
        Reading reading = reader(Map.of("en", Map.of(Fact.INCIDENT, "$.id")))
                .readJson("{\"id\": ", "Incident: INC-1");

        assertThat(reading.unread()).containsExactly("the body is not JSON");
        assertThat(reading.facts()).containsExactly(entry(Fact.INCIDENT, "INC-1"));
    }

    @Test
    void aPatternThatTakesYearsIsGivenUpOn() {
        NoticeReader reader = reader(Map.of("en", Map.of(Fact.CAUSE, "^(a+)+b$")));

        Reading reading = reader.read("State: resolved\n" + "a".repeat(5_000) + "!");

        assertThat(reading.facts()).containsExactly(entry(Fact.STATE, "resolved"));
        assertThat(reading.unread())
                .containsExactly(
                        "'cause': the pattern was given up on after 1000000 looks at the text");
    }

    @Test
    void aPatternThatNestsTooDeepIsGivenUpOn() {
        NoticeReader reader = reader(Map.of("en", Map.of(Fact.CAUSE, "((?:a|aa|b)*)c")));

        Reading reading = reader.read("a".repeat(16_000));

        assertThat(reading.facts()).isEmpty();
        assertThat(reading.unread()).hasSize(1).first().asString().startsWith("'cause': ");
    }

    @Test
    void aPatternThatIsNoneIsAFindingInEveryMessage() {
        NoticeReader reader = reader(Map.of("en", Map.of(Fact.CAUSE, "(", Fact.ETA, "$[")));

        assertThat(reader.readJson("{}", "State: x").unread())
                .containsExactly(
                        "the pattern of 'cause' can not be used: '('",
                        "the pattern of 'eta' can not be used: '$['");
    }

    @Test
    void theEnvelopeAddsToTheText() {
        Reading reading = reader(Map.of())
                .read("From: us\nIncident: INC-1")
                .with(Fact.FROM, "notices@bank.example")
                .orElse(Fact.INCIDENT, "other")
                .with(Fact.CHANGED, "lately");

        assertThat(reading.facts())
                .containsExactly(
                        entry(Fact.FROM, "notices@bank.example"), entry(Fact.INCIDENT, "INC-1"));
        assertThat(reading.unread())
                .containsExactly("'changed: lately' is no point in time with its time zone, such as"
                        + " 2026-11-22T14:30:00Z");
    }

    @Test
    void whateverComesIsReadWithoutAnExceptionAndWithinBounds() {
        Random random = new Random(7);
        NoticeReader reader = reader(
                Map.of("en", Map.of(Fact.ETA, "Expected back: (.*)", Fact.INCIDENT, "$..id")));

        for (int round = 0; round < 2_000; round++) {
            String text = damaged(random);
            Reading reading = reader.readJson(text, text);

            assertThat(reading.unread()).hasSizeLessThanOrEqualTo(20);
            assertThat(reading.facts().values())
                    .allSatisfy(value -> assertThat(value)
                            .isNotBlank()
                            .hasSizeLessThanOrEqualTo(1_000)
                            .doesNotContainPattern("\\p{Cntrl}"));
        }
    }

    @Test
    void aFactThatWasReadIsReadAgainFromItsNormalForm() {
        Map<String, String> facts = reader(Map.of()).read(WHOLE).facts();

        facts.forEach((fact, value) ->
                assertThat(FactForm.of(fact).read(value)).as(fact).contains(value));
    }

    private static String damaged(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int change = random.nextInt(40); change > 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, (char) random.nextInt(0x10000));
                case 2 -> text.setCharAt(at, "|:\n\r\u0000\"{}/,".charAt(random.nextInt(10)));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
            }
        }
        return text.toString();
    }

    private static NoticeReader reader(Map<String, Map<String, String>> languages) {
        Map<String, Channel.Template> templates = new TreeMap<>();
        languages.forEach((name, patterns) -> templates.put(name, new Channel.Template(patterns)));
        return NoticeReader.of(new Channel(
                "mail", "smtp", Optional.empty(), Optional.empty(), Map.of(), templates));
    }
}
