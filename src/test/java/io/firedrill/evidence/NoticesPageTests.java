package io.firedrill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.SampleDrills;
import io.firedrill.SampleJournal;
import io.firedrill.SampleNotices;
import io.firedrill.check.DrillResult;
import io.firedrill.evidence.seal.Seal;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Scenario;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a reader finds on the page of what people were told. */
final class NoticesPageTests {
    private static final Instant START = Instant.parse("2026-03-01T09:30:00Z");

    /** What hostile senders put into every field that they fill. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "'/><svg onload=alert(1)>",
            "</title></style></pre></td></table><iframe src='javascript:alert(1)'>",
            "]]><!--<a href=\"//evil.example\">--><?xml-stylesheet href='x'?>",
            "&lt;script&gt;&#60;b&#62;",
            "\u0000\u0001\u001b[2J\u202Egnp.exe\uD800 \uFFFE",
            "expression(alert(1));}*{display:none}");

    @TempDir
    Path folder;

    @Test
    void anUpdateIsARowAndAChannelIsAColumn() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(heads(page, 0))
                .containsExactly(
                        "Update",
                        "State",
                        "What it said",
                        "banner",
                        "chat",
                        "mail",
                        "page",
                        "pager",
                        "sheet",
                        "sms");
        assertThat(column(page, 0, "Update"))
                .containsExactly(
                        "- watch-1",
                        "- watch-1",
                        "1 INC-7 for customers, staff",
                        "2 INC-7 for customers, staff",
                        "3 INC-7 for customers, staff",
                        "4 INC-7 for customers, staff",
                        "5 INC-7 for customers, staff");
        assertThat(column(page, 0, "State"))
                .containsExactly(
                        "page to the person on call",
                        "page acknowledged",
                        "investigating",
                        "identified",
                        "identified",
                        "monitoring",
                        "resolved");
    }

    @Test
    void aTimeIsThePlansWithTheDrillsBesideIt() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(column(page, 0, "chat").get(2))
                .isEqualTo("3.1 min 3.09 s \u00b10.02 s in the drill");
        assertThat(text(page))
                .contains("1 s of the drill stands for 60 s of the plan: no result in real time.");
    }

    @Test
    void aTimeThatIsNotScaledStandsAlone() throws Exception {
        Document page = parsed(page(1, SampleNotices.story()));

        assertThat(column(page, 0, "chat").get(2)).isEqualTo("3.1 s \u00b10.02 s");
        assertThat(text(page)).doesNotContain("in the drill").doesNotContain("stands for");
    }

    @Test
    void whatWasNotToldOrDidNotArriveIsSaid() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(column(page, 0, "mail").get(2)).isEqualTo("-");
        assertThat(column(page, 0, "sheet")).containsOnly("-");
        assertThat(column(page, 0, "sms").get(2))
                .startsWith("3.6 min ")
                .contains("delivered")
                .endsWith("\u00d7 1 of 2 undelivered sent at 3.7 min unknown number");
        assertThat(column(page, 1, "What"))
                .containsExactly("REFUSED by the provider", "UNDELIVERED");
        assertThat(column(page, 1, "Why")).containsExactly("connection refused", "unknown number");
    }

    @Test
    void aPromisedUpdateThatCameLateIsSaid() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(column(page, 0, "What it said").get(2))
                .isEqualTo("Transfers fail at the moment. Affected: balance, transfer"
                        + " Expected back: not known yet"
                        + " Next update by: 9.0 min; came late, at 9.2 min");
        assertThat(column(page, 0, "What it said").get(4)).contains("; came in time, at 21.2 min");
    }

    @Test
    void aChannelThatSaysOtherwiseIsNamedInItsCell() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(column(page, 0, "sms").get(4))
                .endsWith("says otherwise: expected back 24.0 min");
        assertThat(column(page, 0, "chat").get(4)).doesNotContain("otherwise");
    }

    @Test
    void aNoticeThatANewerOneOvertookIsNamedStale() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(column(page, 0, "mail").get(3)).endsWith("came after update 3");
        assertThat(column(page, 0, "mail").get(4)).doesNotContain("came after");
    }

    @Test
    void channelsPagesAndPeopleHaveTheirTables() throws Exception {
        Document page = parsed(page(60, SampleNotices.story()));

        assertThat(column(page, 4, "Tried before"))
                .containsExactly(
                        "alive: it answered",
                        "alive: a test message arrived",
                        "alive: a test message arrived",
                        "alive: it answered",
                        "not tried",
                        "NOT proven alive: no test message arrived",
                        "alive: a test message arrived");
        assertThat(column(page, 4, "Faults on its way").get(2))
                .isEqualTo("mail cut, 2.0 min to 15.0 min");
        assertThat(column(page, 2, "Showed"))
                .containsSequence("operational", "no answer", "investigating");
        assertThat(column(page, 3, "Did"))
                .containsExactly("acknowledged (by a stand-in)", "approved (by a stand-in)");
    }

    @Test
    void markupInAnyFieldIsShownAndNeverPartOfThePage() throws Exception {
        for (String hostile : HOSTILE) {
            Document page = parsed(page(60, hostile(hostile)));

            assertThat(elements(page))
                    .as(hostile)
                    .isSubsetOf(
                            "html", "head", "meta", "title", "style", "body", "main", "h1", "h2",
                            "h3", "p", "table", "caption", "thead", "tbody", "tr", "th", "td",
                            "div", "pre");
            assertThat(page.getElementsByTagName("style").getLength()).isEqualTo(1);
            assertThat(attributes(page)).as(hostile).allMatch(name -> !name.startsWith("on"));
        }
        assertThat(text(parsed(page(60, hostile(HOSTILE.get(0)))))).contains(HOSTILE.get(0));
    }

    @Test
    void markupInAnyFieldIsNeverPartOfThePicture() throws Exception {
        for (String hostile : HOSTILE) {
            Drilled drill = drilled(SampleNotices.drill(60), hostile(hostile));

            assertThat(elements(parsed(TimelinePicture.draw(Course.of(drill)))))
                    .as(hostile)
                    .isSubsetOf("svg", "title", "style", "rect", "circle", "line", "path", "text");
        }
    }

    private static Journal hostile(String text) {
        Map<String, String> facts = hostileFacts(text);
        SampleNotices sample = SampleNotices.outage();
        for (String channel : List.of("mail", text)) {
            sample.add(
                    20,
                    new Event.NoticeReceived(
                            channel,
                            text,
                            text,
                            null,
                            facts,
                            List.of(text),
                            text,
                            1,
                            20_000_000_000L));
        }
        sample.add(
                21,
                new Event.DeliveryReported(
                        "mail", text, text, Event.Delivery.UNDELIVERED, text, 1, 21_000_000_000L));
        sample.add(
                21,
                new Event.DeliveryReported(
                        "sms", "other", text, Event.Delivery.REFUSED, text, 1, 21_000_000_000L));
        sample.add(
                22,
                new Event.PageRead(
                        "page", true, 200, false, facts, List.of(text), text, 1, 22_000_000_000L));
        sample.add(22, new Event.ChannelProven("mail", false, text, 1, 22_000_000_000L));
        sample.add(23, new Event.PersonActed(text, text, text, text, true, 1, 23_000_000_000L));
        return sample.journal();
    }

    private static Map<String, String> hostileFacts(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String fact : List.of(
                Fact.INCIDENT,
                Fact.UPDATE,
                Fact.STATE,
                Fact.AUDIENCE,
                Fact.SEGMENT,
                Fact.AFFECTED,
                Fact.REGIONS,
                Fact.IMPACT,
                Fact.ETA,
                Fact.NEXT_UPDATE,
                Fact.WORKAROUND,
                Fact.DATA)) {
            facts.put(fact, text);
        }
        return facts;
    }

    @Test
    void theSameJournalGivesTheSamePageInEveryPlace() {
        String here = page(60, SampleNotices.story());
        Locale home = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(page(60, SampleNotices.story())).isEqualTo(here);
        } finally {
            Locale.setDefault(home);
        }
    }

    @Test
    void aPackHasThePageOnlyWhereThereAreChannels() {
        Drilled told = drilled(SampleNotices.drill(60, "recovery"), SampleNotices.story());
        Drilled silent =
                drilled(SampleDrills.drill("bank/primary-lost"), SampleJournal.primaryLost());

        PackFolder.begin(folder.resolve("told")).seal(told, Seal.plain());
        PackFolder.begin(folder.resolve("silent")).seal(silent, Seal.plain());

        assertThat(folder.resolve("told").resolve("notices.html")).content().contains("INC-7");
        assertThat(folder.resolve("silent").resolve("notices.html")).doesNotExist();
        assertThat(PackFile.in(folder.resolve("told")))
                .anyMatch(file -> file.name().equals("What people were told")
                        && file.type().equals("text/html"));
    }

    @Test
    void aSecretInANoticeIsMaskedAlsoWhereMarkupWritesItOtherwise() {
        Masking masking = new Masking(List.of("p<ss&word"));

        assertThat(masking.apply("p<ss&word " + Svg.escape("p<ss&word")))
                .isEqualTo("******** ********");
    }

    @Test
    void aDrillInWhichNobodyWasToldSaysSo() throws Exception {
        Document page = parsed(page(60, SampleJournal.primaryLost()));

        assertThat(text(page)).contains("No notice of an incident arrived on any channel.");
    }

    private static String page(double scale, Journal journal) {
        Drilled drill = drilled(SampleNotices.drill(scale), journal);
        return NoticesPage.of(drill, Told.of(Course.of(drill)).orElseThrow());
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

    private static List<String> heads(Document page, int table) {
        return texts(((Element) page.getElementsByTagName("thead").item(table))
                .getElementsByTagName("th"));
    }

    /** Gives the texts of a column of one of the page's tables, from the top. */
    private static List<String> column(Document page, int table, String head) {
        NodeList rows = ((Element) page.getElementsByTagName("tbody").item(table))
                .getElementsByTagName("tr");
        int column = heads(page, table).indexOf(head);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < rows.getLength(); row++) {
            List<Element> cells = new ArrayList<>();
            for (Node cell = rows.item(row).getFirstChild();
                    cell != null;
                    cell = cell.getNextSibling()) {
                Optional.of(cell)
                        .filter(Element.class::isInstance)
                        .map(Element.class::cast)
                        .ifPresent(cells::add);
            }
            texts.add(folded(cells.get(column).getTextContent()));
        }
        return texts;
    }

    private static List<String> texts(NodeList nodes) {
        List<String> texts = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            texts.add(folded(nodes.item(index).getTextContent()));
        }
        return texts;
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String text(Document page) {
        return folded(page.getElementsByTagName("main").item(0).getTextContent());
    }

    private static TreeSet<String> elements(Document page) {
        TreeSet<String> names = new TreeSet<>();
        NodeList all = page.getElementsByTagName("*");
        for (int index = 0; index < all.getLength(); index++) {
            names.add(all.item(index).getNodeName());
        }
        return names;
    }

    private static List<String> attributes(Document page) {
        List<String> names = new ArrayList<>();
        NodeList all = page.getElementsByTagName("*");
        for (int index = 0; index < all.getLength(); index++) {
            for (int at = 0; at < all.item(index).getAttributes().getLength(); at++) {
                names.add(all.item(index).getAttributes().item(at).getNodeName());
            }
        }
        return names.stream().distinct().collect(Collectors.toList());
    }

    private static Document parsed(String page) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)));
    }
}
