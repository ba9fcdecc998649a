package io.firedrill.evidence.report;

import io.firedrill.check.Verdict;
import io.firedrill.evidence.HtmlTable.Cell;
import io.firedrill.evidence.report.Block.Look;
import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.SystemSpec;

import java.util.Comparator;
import java.util.List;

/** What people were told, and how that was judged. */
final class Communication {
    private Communication() {}

    /** Writes it. */
    static List<Block> of(Material material) {
        Text text = new Text().section("told", "What people were told");
        SystemSpec system = material.scenario().system();
        if (system.channels().isEmpty()) {
            return text.line("Not measured: this system has no channel on which people are told.")
                    .blocks();
        }
        Rows rows = Rows.of(
                "Checks on what people were told",
                "Check",
                "Target",
                "Measured",
                "Verdict",
                "In a sentence");
        for (Verdict verdict : material.told()) {
            rows.add(List.of(
                    Cell.of(verdict.id()),
                    Rows.cell(verdict.target()),
                    Cell.of(Words.measured(material.drill(), verdict)),
                    new Cell(List.of()).plus(Words.style(verdict), Words.status(verdict)),
                    Rows.cell(Words.sentence(verdict))));
        }
        if (rows.isEmpty()) {
            text.line("Not judged: this drill sets no check on what people are told.");
        }
        text.table(rows).under("Channels");
        text.table(channels(material, system));
        return text.line(
                        Look.SOFT,
                        "Only on a channel that was alive before anything was broken does silence"
                                + " say something. Every update on every channel, with its words,"
                                + " is in notices.html of this pack.")
                .blocks();
    }

    private static Rows channels(Material material, SystemSpec system) {
        Rows rows = Rows.of(
                "Channels that were watched",
                "Channel",
                "Speaks",
                "Alive before",
                "Messages of the incident");
        for (Channel channel : system.channels().values().stream()
                .sorted(Comparator.comparing(Channel::name))
                .toList()) {
            rows.add(
                    channel.name(),
                    channel.speaks(),
                    alive(material, channel.name()),
                    String.valueOf(messages(material, channel.name())));
        }
        return rows;
    }

    private static String alive(Material material, String channel) {
        return material.events(Event.ChannelProven.class).stream()
                .filter(proven -> proven.channel().equals(channel))
                .reduce((earlier, later) -> later)
                .map(proven -> (proven.alive() ? "yes: " : "NOT proven: ") + proven.how())
                .orElse("not tried");
    }

    private static long messages(Material material, String channel) {
        return material.events(Event.NoticeReceived.class).stream()
                .filter(notice -> notice.channel().equals(channel))
                .filter(notice -> !"yes".equals(notice.facts().get(Fact.TEST)))
                .filter(notice ->
                        !notice.facts().getOrDefault(Fact.INCIDENT, "").isEmpty())
                .count();
    }
}
