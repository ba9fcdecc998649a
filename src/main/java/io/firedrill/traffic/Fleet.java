package io.firedrill.traffic;

import io.firedrill.DrillException;
import io.firedrill.journal.Recorder;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.JourneySpec.Means;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.SystemSpec;
import io.firedrill.scenario.Tempo;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;

/** Makes the journeys of a drill ready, each by its own means. */
final class Fleet {
    /** What a drill may take beyond its limit before its customers go home. */
    private static final Duration AROUND = Duration.ofMinutes(3);

    private final CustomersOrder order;
    private final Recorder recorder;
    private final ScheduledExecutorService timers;

    /** Something that customers set out by, and that is to be closed. */
    sealed interface Ready extends Outing, AutoCloseable permits HttpJourney, PluginJourney {}

    Fleet(CustomersOrder order, Recorder recorder, ScheduledExecutorService timers) {
        this.order = order;
        this.recorder = recorder;
        this.timers = timers;
    }

    /** Gives the journeys that have customers, in the order of their names. */
    List<JourneySpec> journeys() {
        return order.scenario().customers().keySet().stream()
                .sorted()
                .map(this::journey)
                .toList();
    }

    private JourneySpec journey(String name) {
        Map<String, JourneySpec> journeys = system().journeys();
        JourneySpec spec = journeys.get(name);
        if (spec == null) {
            throw new DrillException(
                    "unknown journey '" + name + "'; known journeys: " + journeys.keySet());
        }
        return spec;
    }

    /** Makes a journey ready whose attempts we make. */
    Ready outing(JourneySpec spec) {
        if (!(spec.means() instanceof Means.Plugin plugin)) {
            return http(spec, order.entries().apply(spec.entry()));
        }
        ActiveJourney begun =
                new Plugins(order.journeys(), system(), order.entries()).begin(spec, plugin);
        PluginJourney.Surroundings around = new PluginJourney.Surroundings(
                order.clock(), timers, new Discretion(system().secrets().values()));
        return new PluginJourney(spec, begun, around, connections(spec));
    }

    /** Makes a journey of HTTP requests ready. */
    HttpJourney http(JourneySpec spec, InetSocketAddress address) {
        HttpJourney.Order building =
                new HttpJourney.Order(spec, system(), address, connections(spec), order.entries());
        return new HttpJourney(building, timers, order.clock());
    }

    /** Starts the program of a journey. */
    ProgramLane program(JourneySpec spec) {
        Scenario scenario = order.scenario();
        Duration atMost = scenario.limit().plus(scenario.baseline().lasting()).plus(AROUND);
        ProgramLane.Order building = new ProgramLane.Order(
                spec, perSecond(spec), order.entries().apply(spec.entry()), system(), atMost);
        return new ProgramLane(building, order.programs(), recorder, order.clock());
    }

    /** Makes the lane of a journey that is ready. */
    Lane lane(JourneySpec spec, Outing journey, long start) {
        long seed = order.seed() * 31 + spec.name().hashCode();
        ArrivalPlan plan = ArrivalPlan.from(start, perSecond(spec), seed);
        Duration repeat = Tempo.of(system().blueprint()).repeat();
        return new Lane(
                new Lane.Order(spec, plan, journey, order.clock(), repeat), recorder, timers);
    }

    private int connections(JourneySpec spec) {
        return Lane.connections(perSecond(spec), spec);
    }

    private double perSecond(JourneySpec spec) {
        return order.scenario().customers().getOrDefault(spec.name(), ControlStub.PER_SECOND);
    }

    private SystemSpec system() {
        return order.scenario().system();
    }
}
