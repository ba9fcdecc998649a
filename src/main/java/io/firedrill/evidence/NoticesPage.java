package io.firedrill.evidence;

import io.firedrill.check.Interval;
import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.evidence.Told.Stretch;
import io.firedrill.evidence.Told.Way;
import io.firedrill.journal.Event;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page on what people were told in a drill: notice by notice over channels by time. One file
 * that opens without network and script, on a phone and on paper. The same journal gives the same
 * page.
 */
final class NoticesPage {
    /** Name of its file in a pack. */
    static final String FILE = "notices.html";

    private static final int MOST = 200;
    private static final String EXPLAINED = " \u00b1 says how exactly a time is known; of a page"
            + " only as exactly as it was read. A row says what the first message of that"
            + " update said."
            + " - : not told on this channel. \u00d7 : sent, but never reached anybody.";

    private final Drilled drill;
    private final Told told;
    private final Html html = new Html();

    private NoticesPage(Drilled drill, Told told) {
        this.drill = drill;
        this.told = told;
    }

    /** Writes the page. */
    static String of(Drilled drill, Told told) {
        return new NoticesPage(drill, told).page();
    }

    private String page() {
        head();
        List<NoticeRow> rows = NoticeRow.of(told);
        updates(rows);
        failures();
        pages();
        people();
        channels();
        words(rows);
        return html.page("What people were told: " + drill.scenario().id(), NoticesStyle.SHEET);
    }

    private void head() {
        html.leaf("h1", "What people were told");
        html.leaf("p", drill.scenario().title());
        String started = drill.started().truncatedTo(ChronoUnit.SECONDS).toString();
        html.leaf(
                "p",
                drill.scenario().id() + ", " + drill.scenario().system().title() + ", "
                        + started.replace('T', ' ').replace("Z", " UTC"),
                "class",
                "small");
        html.leaf("p", verdict(), "class", "verdict");
        for (String line : ToldChecks.sentences(drill)) {
            String first = line.substring(0, 1).toUpperCase(Locale.ROOT);
            html.leaf("p", first + line.substring(1) + ".", "class", "note");
        }
        String beside = told.time().scaled()
                ? " Large figures are the plan's time; what the drill measured stands below them."
                : "";
        html.leaf("p", told.counted() + beside + EXPLAINED, "class", "small");
    }

    private String verdict() {
        return drill.result().dry() ? Leaf.DRY : "The drill's verdict: " + drill.word();
    }

    private void updates(List<NoticeRow> rows) {
        html.leaf("h2", "Updates, in order");
        if (rows.isEmpty()) {
            html.leaf("p", "No notice of an incident arrived on any channel.");
        }
        List<String> heads = new ArrayList<>(List.of("Update", "State", "What it said"));
        told.ways().forEach(way -> heads.add(way.name()));
        List<List<Cell>> cells = rows.stream().limit(MOST).map(this::cells).toList();
        new HtmlTable("updates", "Each update, and when it was told on each channel", heads, cells)
                .write(html);
        rest(rows.size());
    }

    private List<Cell> cells(NoticeRow row) {
        Stream<Cell> channels = told.ways().stream().map(way -> row.on(way.name()));
        return Stream.concat(Stream.of(row.name(), row.state(), row.said()), channels)
                .toList();
    }

    private void rest(int rows) {
        if (rows > MOST) {
            html.leaf("p", "and " + (rows - MOST) + " more; the journal has them all.");
        }
    }

    private void failures() {
        List<List<String>> rows = told.failures().stream()
                .limit(MOST)
                .map(report -> List.of(
                        report.channel(),
                        ToldText.clipped(report.recipient()),
                        ToldText.word(report.delivery()),
                        at(report.begin(), report.end()),
                        ToldText.clipped(report.detail())))
                .toList();
        section("Messages that reached nobody", rows, "Channel", "To", "What", "Known at", "Why");
        rest(told.failures().size());
    }

    private void pages() {
        List<List<String>> rows = told.shown().stream()
                .limit(MOST)
                .map(shown -> List.of(
                        shown.channel(),
                        shown.what(),
                        at(shown.from(), shown.from()),
                        at(shown.to(), shown.to())))
                .toList();
        section("What pages showed, as they were read", rows, "Page", "Showed", "From", "To");
        rest(told.shown().size());
    }

    private void people() {
        List<List<String>> rows = told.people().stream()
                .limit(MOST)
                .map(act -> List.of(
                        ToldText.clipped(act.role()),
                        ToldText.clipped(act.act()) + (act.standIn() ? " (by a stand-in)" : ""),
                        ToldText.clipped(act.about()),
                        at(act.begin(), act.begin()),
                        at(act.end(), act.end()),
                        ToldText.clipped(act.detail())))
                .toList();
        section("What people did", rows, "Who", "Did", "About", "Asked at", "Done at", "How");
        rest(told.people().size());
    }

    private void channels() {
        List<List<String>> rows = told.ways().stream().map(this::channel).toList();
        html.leaf("h2", "Channels");
        html.leaf(
                "p",
                "Only on a channel that was alive before anything was broken does silence say"
                        + " something.",
                "class",
                "small");
        List<String> heads =
                List.of("Channel", "Speaks", "Tried before", "Messages", "Faults on its way");
        HtmlTable.plain("The channels that were watched", heads, rows).write(html);
    }

    private List<String> channel(Way way) {
        String proven = told.proofs().stream()
                .filter(proof -> proof.channel().equals(way.name()))
                .map(NoticesPage::proven)
                .collect(Collectors.joining("; "));
        long tests = told.on(way.name()).stream().filter(Notice::test).count();
        long others = told.on(way.name()).size() - tests;
        String faults = way.faults().stream().map(this::fault).collect(Collectors.joining("; "));
        return List.of(
                way.name(),
                way.speaks(),
                proven.isEmpty() ? "not tried" : proven,
                others + (tests > 0 ? " and " + tests + " as a test" : ""),
                faults.isEmpty() ? "none" : faults);
    }

    private static String proven(Event.ChannelProven proof) {
        String how = proof.how().isEmpty() ? "" : ": " + ToldText.clipped(proof.how());
        return (proof.alive() ? "alive" : "NOT proven alive") + how;
    }

    private String fault(Stretch fault) {
        return fault.name() + ", " + at(fault.from(), fault.from()) + " to "
                + at(fault.to(), fault.to());
    }

    private String at(long begin, long end) {
        return told.time().since(told.since(new Interval(begin, Math.max(begin, end))));
    }

    private void section(String title, List<List<String>> rows, String... heads) {
        if (!rows.isEmpty()) {
            html.leaf("h2", title);
            HtmlTable.plain(title, List.of(heads), rows).write(html);
        }
    }

    /** The texts themselves: where a table is short, the words are whole. */
    private void words(List<NoticeRow> rows) {
        List<Notice> texts = rows.stream()
                .limit(MOST)
                .flatMap(row -> row.notices().stream()
                        .filter(notice -> !notice.text().isEmpty())
                        .limit(1))
                .toList();
        if (texts.isEmpty()) {
            return;
        }
        html.leaf("h2", "The words, as they arrived first");
        for (Notice notice : texts) {
            Notice.Key key = notice.key();
            String name =
                    key.incident() + (key.update().isEmpty() ? "" : ", update " + key.update());
            html.leaf("h3", ToldText.clipped(name) + ", on " + notice.channel());
            html.leaf("pre", notice.text());
        }
    }
}
