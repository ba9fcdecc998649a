package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.SampleNotices;
import io.firedrill.check.DrillResult;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The lanes of channels in the picture of a drill. */
final class ChannelLanesTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    @Test
    void everyChannelHasALaneUnderTheCurves() throws Exception {
        Document picture = picture(SampleNotices.drill(60), SampleNotices.story());

        List<String> texts = texts(picture, "text");
        assertThat(texts)
                .containsSubsequence(
                        "transfer",
                        "what people were told (1 s of the drill stands for 60 s of the plan: no"
                                + " result in real time)",
                        "banner",
                        "chat",
                        "mail",
                        "page",
                        "pager",
                        "sheet",
                        "sms",
                        "people",
                        "db1");
        assertThat(texts).contains("smtp", "on-call acknowledged (stand-in)");
    }

    @Test
    void aNoticeIsAMarkWithTheLettersOfItsStateAndAHint() throws Exception {
        Document picture = picture(SampleNotices.drill(60), SampleNotices.story());

        assertThat(texts(picture, "text")).contains("In", "Id", "Mo", "Re", "T", "A");
        assertThat(texts(picture, "title"))
                .contains(
                        "3.1 min after customer impact: INC-7, update 1, investigating",
                        "3.7 min after customer impact: INC-7, update 1, investigating;"
                                + " UNDELIVERED: unknown number",
                        "mail: REFUSED by the provider: connection refused");
    }

    @Test
    void aPageIsABarOfWhatItShowedFromWhenToWhen() throws Exception {
        Document picture = picture(SampleNotices.drill(60), SampleNotices.story());

        assertThat(texts(picture, "title"))
                .contains(
                        "page showed: identified, for 12.0 min (12.0 s in the drill)",
                        "banner showed: no answer, for 4.0 min (4.0 s in the drill)");
    }

    @Test
    void aFaultOnTheWayOfAChannelIsHatchedInItsLaneAlone() throws Exception {
        Document picture = picture(SampleNotices.drill(60), SampleNotices.story());

        assertThat(texts(picture, "title")).containsOnlyOnce("fault on this channel: mail cut");
    }

    @Test
    void aPromiseIsALineAndSaysWhatCame() throws Exception {
        Document picture = picture(SampleNotices.drill(60), SampleNotices.story());

        assertThat(texts(picture, "title"))
                .contains("next update promised by then; came late, at 9.5 min")
                .anyMatch(hint -> hint.startsWith("next update promised by then; came in time"));
    }

    @Test
    void aFloodOfMessagesIsAFewMarks() throws Exception {
        SampleNotices sample = SampleNotices.outage();
        Map<String, String> facts =
                Map.of(Fact.INCIDENT, "INC-7", Fact.UPDATE, "1", Fact.STATE, "investigating");
        for (int number = 0; number < 5_000; number++) {
            sample.notice(20 + number / 1000.0, "sms", "+44" + number, facts);
        }

        Document picture = picture(SampleNotices.drill(60), sample.journal());

        assertThat(texts(picture, "text").stream().filter("In"::equals).count()).isBetween(2L, 8L);
        assertThat(texts(picture, "title")).anyMatch(hint -> hint.endsWith(" messages"));
    }

    @Test
    void aFloodOfUpdatesIsAFewMarksAndLinesAndABoundedTable() throws Exception {
        SampleNotices sample = SampleNotices.outage();
        for (int number = 1; number <= 3_000; number++) {
            double at = 20 + number / 500.0;
            Map<String, String> facts = Map.of(
                    Fact.INCIDENT,
                    "INC-7",
                    Fact.UPDATE,
                    Integer.toString(number),
                    Fact.STATE,
                    "identified",
                    Fact.NEXT_UPDATE,
                    START.plusMillis(Math.round(at * 1000) + 1).toString());
            sample.notice(at, "sms", "ada", facts);
        }
        Drilled drill = drilled(SampleNotices.drill(60), sample.journal());

        String picture = TimelinePicture.draw(Course.of(drill));
        String page = NoticesPage.of(drill, Told.of(Course.of(drill)).orElseThrow());

        assertThat(picture.length()).isLessThan(200_000);
        assertThat(page).contains("and 2800 more; the journal has them all.");
    }

    @Test
    void aDrillWithoutChannelsHasThePictureItAlwaysHad() {
        String picture = TimelinePicture.draw(Course.of(
                drilled(SampleDrills.drill("bank/primary-lost"), SampleJournal.primaryLost())));

        assertThat(picture).doesNotContain("told").doesNotContain("hatch");
    }

    @Test
    void aPictureWithLanesIsHigherByThemAlone() throws Exception {
        double plain = height(
                picture(SampleDrills.drill("bank/primary-lost"), SampleJournal.primaryLost()));
        double told = height(picture(SampleNotices.drill(60), SampleNotices.story()));

        assertThat(told).isGreaterThan(plain + 7 * 36);
    }

    private static double height(Document picture) {
        return Double.parseDouble(picture.getDocumentElement().getAttribute("height"));
    }

    private static Document picture(Scenario scenario, Journal journal) throws Exception {
        String picture = TimelinePicture.draw(Course.of(drilled(scenario, journal)));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(picture)));
    }

    private static Drilled drilled(Scenario scenario, Journal journal) {
        return new Drilled(
                new DrillResult(scenario, List.of(SampleDrills.held("effect"))),
                journal,
                Reports.place(scenario),
                START,
                START.plusSeconds(48),
                List.of(),
                List.of());
    }

    private static List<String> texts(Document picture, String element) {
        NodeList found = picture.getElementsByTagName(element);
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < found.getLength(); index++) {
            texts.add(((Element) found.item(index)).getTextContent());
        }
        return texts;
    }
}
