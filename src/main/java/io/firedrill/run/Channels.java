package io.firedrill.run;

import io.firedrill.DrillException;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.ChannelProven;
import io.firedrill.journal.Event.NoticeReceived;
import io.firedrill.journal.Event.PageRead;
import io.firedrill.journal.Fact;
import io.firedrill.journal.JournalException;
import io.firedrill.journal.JournalWriter;
import io.firedrill.observe.Inboxes;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Tempo;
import io.firedrill.topology.SystemUnderDrill;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The channels of one drill: opened in time, proven alive before anything is broken, listened to
 * until they are quiet. On a system without channels nothing is done and nothing recorded.
 */
final class Channels implements AutoCloseable {
    private static final String ACTOR = "runner";
    private static final String WHERE = "channels";
    private static final int HTTP_OK = 200;

    private final Collection<Channel> all;
    private final JournalWriter journal;
    private final Tools tools;
    private final Tempo tempo;
    private final Inboxes inboxes;
    private final long opened;
    private boolean closed;

    Channels(Scenario scenario, JournalWriter journal, Tools tools) {
        this.all = scenario.system().channels().values();
        this.journal = journal;
        this.tools = tools;
        this.tempo = Tempo.of(scenario.system().blueprint());
        this.inboxes = new Inboxes(scenario.system(), tools.inboxes(), journal, tools.clock());
        this.opened = tools.clock().nanos();
    }

    /**
     * Opens those that take a provider's place, and says where they are.
     *
     * @throws DrillException where one can not be opened; none is then
     */
    Map<Endpoint, InetSocketAddress> takePlaces() {
        Map<Endpoint, InetSocketAddress> places = inboxes.takePlaces();
        Map<String, String> facts = new TreeMap<>();
        all.forEach(channel -> facts.put("channel " + channel.name(), words(channel)));
        if (!facts.isEmpty()) {
            journal.record(ACTOR, new Event.EnvironmentRecorded(facts));
        }
        return places;
    }

    private static String words(Channel channel) {
        String where = channel.at()
                .map(at -> ", in the place of the provider at " + at)
                .or(() -> channel.look().map(look -> ", read at " + look.entry() + look.path()))
                .orElse("");
        return channel.speaks() + where;
    }

    /** Opens those that look at the system, which is up now. */
    void look(SystemUnderDrill system) {
        inboxes.look(system::entry);
    }

    /**
     * Waits until each has shown that it is alive, and records that it has, or has not within the
     * patience that a system gets; records nothing where a stop was asked for.
     */
    void prove() {
        long deadline = tools.clock().nanos() + tempo.patience().toNanos();
        while (!all.stream().allMatch(channel -> sign(channel).isPresent())
                && tools.clock().nanos() < deadline
                && tools.stop().reason().isEmpty()) {
            tick();
        }
        if (tools.stop().reason().isEmpty()) {
            all.forEach(channel ->
                    journal.record(ACTOR, sign(channel).orElseGet(() -> silent(channel))));
        }
    }

    private Optional<ChannelProven> sign(Channel channel) {
        return tested(channel).or(() -> read(channel));
    }

    private Optional<ChannelProven> tested(Channel channel) {
        return journal.all(NoticeReceived.class)
                .filter(notice -> notice.channel().equals(channel.name()))
                .filter(notice -> "yes".equals(notice.facts().get(Fact.TEST)))
                .findFirst()
                .map(notice -> new ChannelProven(
                        channel.name(),
                        true,
                        "a test message arrived: " + notice.message(),
                        notice.begin(),
                        notice.end()));
    }

    private Optional<ChannelProven> read(Channel channel) {
        return pages(channel).stream()
                .filter(page -> page.answered() && page.code() == HTTP_OK && page.whole())
                .findFirst()
                .map(page -> new ChannelProven(
                        channel.name(),
                        true,
                        "the page was read: answer " + HTTP_OK + ", whole",
                        page.begin(),
                        page.end()));
    }

    private List<PageRead> pages(Channel channel) {
        return journal.all(PageRead.class)
                .filter(page -> page.channel().equals(channel.name()))
                .toList();
    }

    private ChannelProven silent(Channel channel) {
        String how = channel.at().isPresent() ? noTest(channel) : noPage(pages(channel));
        return new ChannelProven(
                channel.name(), false, how, opened, tools.clock().nanos());
    }

    private String noTest(Channel channel) {
        long others = journal.all(NoticeReceived.class)
                .filter(notice -> notice.channel().equals(channel.name()))
                .count();
        return "no message arrived that says of itself that it is a test; others: " + others;
    }

    private static String noPage(List<PageRead> pages) {
        if (pages.isEmpty()) {
            return "the page was not read once";
        }
        PageRead last = pages.get(pages.size() - 1);
        return "no whole page with answer " + HTTP_OK + " in " + pages.size()
                + " looks; the last one: answer "
                + (last.code() + " " + last.detail()).strip();
    }

    /**
     * Waits until no message has come for a while, since what was sent at the end counts as well;
     * no longer than a system's patience, for some systems never stop sending.
     */
    void awaitQuiet() {
        long begin = tools.clock().nanos();
        long deadline = begin + tempo.patience().toNanos();
        while (!all.isEmpty()
                && tools.stop().reason().isEmpty()
                && tools.clock().nanos() < deadline
                && tools.clock().since(Math.max(begin, inboxes.latest())).compareTo(tempo.margin())
                        < 0) {
            tick();
        }
    }

    /** Throws where a message that came could not be written down. */
    void requireWritten() {
        inboxes.requireWritten();
    }

    private void tick() {
        tools.clock().waitUntil(tools.clock().nanos() + tempo.tick().toNanos());
    }

    /**
     * Closes all inboxes; what goes wrong is journaled. Safe to call twice.
     *
     * @throws JournalException where a message could not be written down when it came
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            inboxes.close();
        } catch (DrillException e) {
            journal.record(ACTOR, DrillRunner.trouble(WHERE, e));
        }
        if (inboxes.left() > 0) {
            String count = Long.toString(inboxes.left());
            journal.record(
                    ACTOR, new Event.EnvironmentRecorded(Map.of("channel events left out", count)));
        }
        inboxes.requireWritten();
    }
}
