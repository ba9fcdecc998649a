package io.firedrill.run;

import io.firedrill.DrillException;
import io.firedrill.journal.Event;
import io.firedrill.journal.Event.Moment;
import io.firedrill.journal.JournalWriter;
import io.firedrill.journal.Ledger;
import io.firedrill.journal.Phase;
import io.firedrill.observe.RoleWatch;
import io.firedrill.observe.SightingsToJournal;
import io.firedrill.observe.people.Askings;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Tempo;
import io.firedrill.topology.Bounded;
import io.firedrill.topology.Capability.HasLogs;
import io.firedrill.topology.Component;
import io.firedrill.topology.Described;
import io.firedrill.topology.LocalPrograms;
import io.firedrill.topology.ProgramHost;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.traffic.Customers;
import io.firedrill.traffic.CustomersOrder;
import io.firedrill.traffic.Reads;
import io.firedrill.traffic.ReconcileOrder;
import io.firedrill.traffic.Reconciler;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One drill on one running system. Used once, by one thread. */
final class DrillRun {
    private static final String ACTOR = "runner";
    private static final int LOG_LINES = 2000;

    private final Scenario scenario;
    private final JournalWriter journal;
    private final Tools tools;
    private final Stage stage;
    private final Tempo tempo;
    private final FaultDesk desk;
    private final Askings people;
    private final Script script;
    private final InvariantReader invariants;
    private final Questions questions;
    private final Reads reads;

    DrillRun(Scenario scenario, JournalWriter journal, Tools tools, Stage stage) {
        this.scenario = scenario;
        this.journal = journal;
        this.tools = tools;
        this.stage = stage;
        this.tempo = Tempo.of(scenario.system().blueprint());
        FaultDesk.Timing timing = new FaultDesk.Timing(tools.clock(), tempo.look());
        this.desk = new FaultDesk(
                new FaultDesk.Site(tools.faults(), journal, timing, stage.bounded()),
                stage.system());
        this.people = new Askings(scenario.id(), tools.people(), journal, tools.clock());
        this.script = new Script(new Script.Played(scenario, journal), tools, desk, people);
        this.reads = new Reads(scenario.system(), tools.clock());
        Question.Place place = new Question.Place(reads, stage.system(), tools.clock(), journal);
        this.invariants = new InvariantReader(scenario, place);
        this.questions = new Questions(scenario, place);
    }

    /**
     * What the drill is played on.
     *
     * @param channels closed at the end of the drill, while the system is still there
     * @param dry true where nothing is to be injected
     */
    record Stage(SystemUnderDrill system, Channels channels, Bounded bounded, boolean dry) {}

    /** Runs it and gives what is left of the system. */
    Aftermath run() {
        try (Channels channels = stage.channels();
                people) {
            recordSystem();
            stage.system().watch(new SightingsToJournal(journal, tools.clock()));
            try (reads;
                    RoleWatch roles = RoleWatch.start(
                            scenario.system(), stage.system(), journal, tools.clock())) {
                channels.look(stage.system());
                serveCustomers();
            }
            channels.requireWritten();
            enter(Phase.CLOSE, "all is asked");
            Map<String, String> logs = logs();
            channels.awaitQuiet();
            return new Aftermath(logs, described().map(Described::definition).orElse(""));
        }
    }

    /** A program in an image runs beside the system, any other one on this machine. */
    private ProgramHost programs() {
        ProgramHost local = new LocalPrograms();
        return stage.system() instanceof ProgramHost beside
                ? order -> (order.program().image().isPresent() ? beside : local).start(order)
                : local;
    }

    private Optional<Described> described() {
        return stage.system() instanceof Described known ? Optional.of(known) : Optional.empty();
    }

    private void recordSystem() {
        Map<String, String> facts = new TreeMap<>();
        described().ifPresent(known -> facts.putAll(known.facts()));
        for (Component component : stage.system().components()) {
            component
                    .facts()
                    .forEach((name, value) -> facts.put(component.name() + " " + name, value));
        }
        journal.record("provisioner", new Event.EnvironmentRecorded(facts));
    }

    private void serveCustomers() {
        enter(Phase.BASELINE, "the system is up");
        Customers customers = Customers.start(new CustomersOrder(
                scenario,
                stage.system()::entry,
                journal,
                tools.clock(),
                tools.seed(),
                tools.journeys(),
                programs()));
        try {
            boolean healthy = baseline();
            tools.gate().leave();
            if (healthy) {
                drill();
            }
        } finally {
            tools.gate().leave();
            customers.stop();
        }
        if (faultsWereInjected() || rehearsed()) {
            reconcile();
        }
    }

    private boolean baseline() {
        Baseline baseline = new Baseline(scenario, tools.clock().nanos());
        while (tools.stop().reason().isEmpty()) {
            Optional<Event.BaselineJudged> judged = baseline.judge(tools.clock().nanos(), journal);
            if (judged.isPresent()) {
                journal.record(ACTOR, judged.get());
                if (judged.get().healthy()) {
                    stage.channels().prove();
                }
                return judged.get().healthy();
            }
            tick();
        }
        journal.record(ACTOR, new Event.Aborted(tools.stop().reason().orElseThrow()));
        return false;
    }

    private void drill() {
        invariants.readAll(Moment.BEFORE);
        questions.askAll();
        script.waitForLinks();
        if (stage.dry()) {
            rehearse();
            return;
        }
        enter(Phase.FAULTS, "the baseline is healthy");
        try {
            questions.begin();
            loop(tools.clock().nanos() + scenario.limit().toNanos());
        } catch (DrillException e) {
            journal.record(ACTOR, DrillRunner.trouble("run", e));
        } finally {
            desk.healAll();
            people.close();
            questions.end();
        }
    }

    private void rehearse() {
        try {
            script.rehearse();
        } catch (DrillException e) {
            journal.record(ACTOR, DrillRunner.trouble("rehearsal", e));
        }
    }

    private boolean rehearsed() {
        boolean healthy = journal.first(Event.BaselineJudged.class)
                .filter(Event.BaselineJudged::healthy)
                .isPresent();
        return stage.dry() && healthy && tools.stop().reason().isEmpty();
    }

    private void loop(long deadline) {
        Timeline timeline = new Timeline(scenario);
        boolean recovering = false;
        while (true) {
            Optional<Event> end = ended(deadline);
            if (end.isPresent()) {
                journal.record(ACTOR, end.get());
                return;
            }
            Move move = timeline.next(tools.clock().nanos(), journal);
            if (move instanceof Move.Done) {
                return;
            }
            recovering = carryOut(move, recovering);
        }
    }

    private Optional<Event> ended(long deadline) {
        if (tools.stop().reason().isPresent()) {
            return Optional.of(new Event.Aborted(tools.stop().reason().get()));
        }
        if (tools.clock().nanos() > deadline) {
            return Optional.of(new Event.LimitReached("drill", scenario.limit().toNanos()));
        }
        return Optional.empty();
    }

    private boolean carryOut(Move move, boolean recovering) {
        if (move instanceof Move.Due due) {
            script.step(due);
        } else if (move instanceof Move.HealRest) {
            desk.healRest();
        } else {
            tick();
        }
        boolean scriptOver = script.over();
        if (scriptOver && !recovering) {
            enter(Phase.RECOVERY, "every fault is healed");
        }
        return scriptOver;
    }

    private boolean faultsWereInjected() {
        return Marks.firstFault(journal).isPresent() && tools.stop().reason().isEmpty();
    }

    private void reconcile() {
        enter(Phase.RECONCILE, "customers have gone home");
        try {
            ReconcileOrder order = new ReconcileOrder(
                    scenario,
                    stage.system()::entry,
                    journal,
                    tools.clock(),
                    Limits.RECONCILE_WITHIN,
                    tools.journeys());
            Reconciler.run(order, Ledger.of(journal));
            invariants.readAll(Moment.AFTER);
            questions.askAll();
        } catch (DrillException e) {
            journal.record(ACTOR, DrillRunner.trouble("reconcile", e));
        }
    }

    private Map<String, String> logs() {
        Map<String, String> logs = new TreeMap<>();
        for (Component component : stage.system().components()) {
            component.as(HasLogs.class).ifPresent(log -> logs.put(component.name(), read(log)));
        }
        return logs;
    }

    private String read(HasLogs log) {
        try {
            return stage.bounded()
                    .call("fetching a log", Limits.LOGS_WITHIN, () -> log.logs(LOG_LINES));
        } catch (DrillException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void enter(Phase phase, String why) {
        journal.record(ACTOR, new Event.PhaseEntered(phase, why));
    }

    private void tick() {
        tools.clock().waitUntil(tools.clock().nanos() + tempo.tick().toNanos());
    }
}
