package io.firedrill.evidence;

import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.journal.Fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One update of an incident, as it was told on every channel.
 *
 * @param notices all that carry it, in order of arrival; at least one
 * @param promise what it promised of the next one, and what came
 */
record NoticeRow(Told told, List<Notice> notices, Optional<Promise> promise) {
    private static final Map<String, String> COMPARED = compared();
    private static final int SENTENCE = 300;

    /** Gives the updates of all incidents, in order of their first arrival anywhere. */
    static List<NoticeRow> of(Told told) {
        Map<Notice.Key, List<Notice>> updates = new LinkedHashMap<>();
        told.notices().stream()
                .filter(Notice::ofIncident)
                .forEach(notice -> updates.computeIfAbsent(notice.key(), key -> new ArrayList<>())
                        .add(notice));
        Map<Notice.Key, Promise> promises = new LinkedHashMap<>();
        Promise.in(told.notices(), told.end())
                .forEach(made -> promises.putIfAbsent(made.notice().key(), made));
        List<NoticeRow> rows = new ArrayList<>();
        updates.forEach((key, notices) ->
                rows.add(new NoticeRow(told, notices, Optional.ofNullable(promises.get(key)))));
        return List.copyOf(rows);
    }

    private static Map<String, String> compared() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(Fact.STATE, "state");
        names.put(Fact.AFFECTED, "affected");
        names.put(Fact.ETA, "expected back");
        names.put(Fact.NEXT_UPDATE, "next update");
        return names;
    }

    /** Gives the one that came first: what it says is what the row says. */
    Notice first() {
        return notices.get(0);
    }

    /** Names the update and whom it is for. */
    Cell name() {
        Notice.Key key = first().key();
        Set<String> audiences = new TreeSet<>();
        notices.forEach(notice -> audiences.add(notice.says(Fact.AUDIENCE)));
        audiences.remove("");
        return Cell.of(key.update().isEmpty() ? "-" : ToldText.clipped(key.update()))
                .plus("small", ToldText.clipped(key.incident()))
                .plus(
                        "small",
                        audiences.isEmpty()
                                ? ""
                                : "for " + ToldText.clipped(String.join(", ", audiences)));
    }

    /** Gives the state, as people read it. */
    Cell state() {
        StateMark mark = StateMark.of(first().state());
        String words = mark == StateMark.OTHER ? first().state() : mark.words();
        return Cell.of(words.isEmpty() ? "not said" : ToldText.clipped(words));
    }

    /** Gives what it said, and what became of the next update that it promised. */
    Cell said() {
        Cell cell = Cell.of(ToldText.clipped(first().says(Fact.IMPACT), SENTENCE));
        cell = cell.plus("", line("Affected: ", list(Fact.AFFECTED)));
        cell = cell.plus("", line("Where: ", list(Fact.REGIONS)));
        cell = cell.plus("", line("Expected back: ", when(first(), Fact.ETA)));
        String promised = when(first(), Fact.NEXT_UPDATE);
        String became = promise.map(made -> "; " + made.said(told)).orElse("");
        String style = promise.filter(Promise::broken).isPresent() ? "bad" : "";
        cell = cell.plus(style, line("Next update by: ", promised + became));
        cell = cell.plus(
                "",
                line("Workaround: ", ToldText.clipped(first().says(Fact.WORKAROUND), SENTENCE)));
        cell = cell.plus(
                "", line("Data: ", ToldText.clipped(first().says(Fact.DATA).replace('-', ' '))));
        boolean unread = notices.stream().anyMatch(notice -> !notice.unread().isEmpty());
        String nothing = unread ? "nothing that could be read" : "nothing more";
        return cell.lines().isEmpty() ? Cell.of(nothing) : cell;
    }

    private String list(String fact) {
        return ToldText.clipped(first().says(fact).replace(",", ", "), SENTENCE);
    }

    private static String line(String label, String said) {
        return said.isEmpty() ? "" : label + said;
    }

    /** Tells a point in time that a notice names; the word where it is none. */
    private String when(Notice notice, String fact) {
        String said = notice.says(fact);
        if (said.equals(Fact.UNKNOWN)) {
            return "not known yet";
        }
        return notice.clock().nanos(said).stream()
                .mapToObj(at -> told.since(at))
                .map(told.time()::since)
                .findFirst()
                .orElse(ToldText.clipped(said));
    }

    /** Gives when it was told on a channel; a dash where it was not. */
    Cell on(String channel) {
        List<Notice> here = only(notices, notice -> notice.channel().equals(channel));
        if (here.isEmpty()) {
            return new Cell(List.of()).plus("none", "-");
        }
        Cell cell = arrived(only(here, notice -> !notice.lost()));
        cell = lost(cell, here);
        cell = cell.plus("bad", stale(here));
        for (String difference : differences(here)) {
            cell = cell.plus("bad", difference);
        }
        Set<String> unread = new TreeSet<>();
        here.forEach(notice -> unread.addAll(notice.unread()));
        String all = String.join("; ", unread);
        return cell.plus("bad", line("could not be read: ", ToldText.clipped(all)));
    }

    private Cell arrived(List<Notice> arrived) {
        if (arrived.isEmpty()) {
            return new Cell(List.of());
        }
        Notice first = arrived.get(0);
        PlanTime.Since since = told.since(first.at());
        long delivered = count(arrived, notice -> notice.fate() == Notice.Fate.DELIVERED);
        String reached = delivered == arrived.size() ? "delivered" : delivered + " delivered";
        Notice last = arrived.get(arrived.size() - 1);
        String more = arrived.size() + " messages, the last at "
                + told.time().since(told.since(last.at()));
        return new Cell(List.of())
                .plus("time", told.time().since(since))
                .plus("small", told.time().measured(since))
                .plus("small", arrived.size() > 1 ? more : "")
                .plus("small", delivered > 0 ? reached : "");
    }

    /** Says that a newer update had come on the same channel before; the last of each is asked. */
    private String stale(List<Notice> here) {
        Map<String, Notice> last = new LinkedHashMap<>();
        only(here, notice -> !notice.lost())
                .forEach(notice -> last.put(notice.says(Fact.AUDIENCE), notice));
        return last.values().stream()
                .flatMap(notice -> told.on(notice.channel()).stream()
                        .filter(other -> !other.lost() && other.newerThan(notice))
                        .filter(other -> other.at().hi() < notice.at().lo())
                        .limit(1))
                .findFirst()
                .map(newer -> "came after update " + newer.says(Fact.UPDATE))
                .orElse("");
    }

    private Cell lost(Cell cell, List<Notice> here) {
        List<Notice> lost = only(here, Notice::lost);
        if (lost.isEmpty()) {
            return cell;
        }
        String share = here.size() == 1 ? "" : lost.size() + " of " + here.size() + " ";
        return cell.plus("bad", "\u00d7 " + share + "undelivered")
                .plus(
                        "small",
                        "sent at " + told.time().since(told.since(lost.get(0).at())))
                .plus("small", ToldText.clipped(lost.get(0).why()));
    }

    /** Says where a channel contradicts what came first; what it leaves out is no contradiction. */
    private Collection<String> differences(List<Notice> here) {
        Set<String> found = new TreeSet<>();
        COMPARED.forEach((fact, name) -> here.stream()
                .filter(notice -> !notice.says(fact).isEmpty())
                .filter(notice -> !first().says(fact).isEmpty())
                .filter(notice -> !notice.says(fact).equals(first().says(fact)))
                .forEach(
                        notice -> found.add("says otherwise: " + name + " " + when(notice, fact))));
        return found.stream().limit(COMPARED.size()).collect(Collectors.toList());
    }

    private static long count(List<Notice> notices, Predicate<Notice> which) {
        return notices.stream().filter(which).count();
    }

    private static List<Notice> only(List<Notice> notices, Predicate<Notice> which) {
        return notices.stream().filter(which).toList();
    }
}
