package io.firedrill.evidence;

import io.firedrill.journal.DrillClock;
import io.firedrill.journal.Journal;
import io.firedrill.scenario.Repetition;
import io.firedrill.scenario.Scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows the drills that are under way, read from their journals: one calm line for each on a
 * terminal, one plain line for each change elsewhere.
 */
public final class LiveBoard implements AutoCloseable {
    private static final long REDRAW_MILLIS = 500;
    private static final int NAME_WIDTH = 34;

    private final Terminal terminal;
    private final DrillClock clock;
    private final int planned;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final ScheduledExecutorService redraw =
            Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "live-board");
                thread.setDaemon(true);
                return thread;
            });
    private int over;

    private record Row(Scenario scenario, LiveState state, long since) {}

    /** Shows a run of so many drills. */
    public LiveBoard(Terminal terminal, DrillClock clock, int planned) {
        this.terminal = terminal;
        this.clock = clock;
        this.planned = planned;
    }

    /** Begins to draw twice a second. */
    public void start() {
        redraw.scheduleWithFixedDelay(
                this::show, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes a drill in as soon as it has a journal. */
    public synchronized void watch(Scenario scenario, Journal journal) {
        rows.put(scenario.id(), new Row(scenario, new LiveState(journal), clock.nanos()));
    }

    /** Writes a line that stays. */
    public synchronized void say(String line) {
        terminal.line(line);
    }

    /** Says how a drill ended and takes it off. */
    public synchronized void done(Drilled drill) {
        Row row = rows.remove(drill.scenario().id());
        if (row != null && !terminal.live()) {
            changes(row);
        }
        over++;
        String result = drill.scenario()
                .twin()
                .map(twin -> TwinCatch.of(twin, drill.result()).caught() ? "caught" : "NOT CAUGHT")
                .orElse(drill.word());
        Terminal.Colour colour = drill.result().rehearsed()
                ? Terminal.Colour.BOLD
                : Run.good(drill)
                        ? Terminal.Colour.GREEN
                        : result.equals("INCONCLUSIVE")
                                ? Terminal.Colour.YELLOW
                                : Terminal.Colour.RED;
        terminal.line("[" + over + "/" + planned + "] " + terminal.paint(colour, result) + " "
                + drill.scenario().id() + " after " + Figures.minutes(drill.lasted()));
    }

    /** Says how one of several runs of a drill ended, and takes it off until the next one. */
    public synchronized void ran(Drilled run, Repetition which) {
        Row row = rows.remove(run.scenario().id());
        if (row != null && !terminal.live()) {
            changes(row);
        }
        terminal.line(which.inWords() + ": " + run.result().status() + " "
                + run.scenario().id() + " after " + Figures.minutes(run.lasted()));
    }

    /** Says that a drill did not tell and is run once more. */
    public synchronized void again(Drilled drill) {
        rows.remove(drill.scenario().id());
        terminal.line(terminal.paint(Terminal.Colour.YELLOW, "INCONCLUSIVE") + " "
                + drill.scenario().id() + " after " + Figures.minutes(drill.lasted())
                + ", so it is run once more: " + drill.why());
    }

    /** Draws, or writes what changed. */
    synchronized void show() {
        if (terminal.live()) {
            List<String> lines = new ArrayList<>();
            rows.values().forEach(row -> {
                row.state().readOn();
                lines.add(line(row));
            });
            terminal.draw(lines);
        } else {
            rows.values().forEach(this::changes);
        }
    }

    private void changes(Row row) {
        for (String change : row.state().readOn()) {
            terminal.line(Figures.minutes(clock.since(row.since())) + " "
                    + row.scenario().id() + " " + change);
        }
    }

    private String line(Row row) {
        Duration elapsed = clock.since(row.since());
        OptionalDouble share = row.state().share();
        String served = share.isPresent() ? "served " + Figures.percent(share.getAsDouble()) : "";
        return String.format(
                Locale.ROOT,
                "%-" + NAME_WIDTH + "s %-9s %5s of %-5s %-14s %s",
                row.scenario().id(),
                row.state().phase(),
                Figures.minutes(elapsed),
                Figures.minutes(row.scenario().limit()),
                served,
                row.state().faults());
    }

    /** Stops drawing and clears what was drawn. */
    @Override
    public void close() {
        redraw.shutdownNow();
        terminal.draw(List.of());
    }
}
