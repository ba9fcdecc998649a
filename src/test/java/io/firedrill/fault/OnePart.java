package io.firedrill.fault;

import io.firedrill.DrillException;
import io.firedrill.scenario.Link;
import io.firedrill.topology.Capability;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.Crashable;
import io.firedrill.topology.Capability.Fillable;
import io.firedrill.topology.Capability.Losable;
import io.firedrill.topology.Capability.Pausable;
import io.firedrill.topology.Capability.Starvable;
import io.firedrill.topology.Capability.Stoppable;
import io.firedrill.topology.Component;
import io.firedrill.topology.ImageWitness;
import io.firedrill.topology.Relay;
import io.firedrill.topology.Separable;
import io.firedrill.topology.Separation;
import io.firedrill.topology.Sighting;
import io.firedrill.topology.Surveyor;
import io.firedrill.topology.Swappable;
import io.firedrill.topology.SystemUnderDrill;
import io.firedrill.topology.Witness;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A system of one component, {@code db}, to which nothing is ever done: it writes down what was
 * asked for. Its witness says what it is told to say.
 */
public final class OnePart
        implements SystemUnderDrill,
                Witness,
                Component,
                Swappable,
                Separable,
                Surveyor,
                ImageWitness {
    /** What was asked for, in order. */
    public final List<String> calls = new ArrayList<>();

    private final Optional<Relay> relay;
    private Function<List<String>, Capability.Answer> inside = OnePart::untouched;
    private String state = "running";
    private long deaths;
    private Map<String, Made> made = Map.of();
    private List<Try> tries = List.of(
            new Try("db -> shop:9", Outcome.REFUSED), new Try("shop -> db:9", Outcome.REFUSED));

    /** Makes one; every link has that relay. */
    public OnePart(Optional<Relay> relay) {
        this.relay = relay;
    }

    /** What a component says to which nothing was done: every command but {@code look} works. */
    private static Capability.Answer untouched(List<String> command) {
        String text = String.join(" ", command);
        if (text.contains("cgroup")) {
            return new Capability.Answer(0, "max 100000\nmax\n");
        }
        if (text.contains("df -Pk")) {
            return new Capability.Answer(0, "tmpfs 5100 100 5000 2% /data\nnone\n");
        }
        return new Capability.Answer(text.equals("look") ? 1 : 0, "");
    }

    OnePart answering(Function<List<String>, Capability.Answer> answers) {
        inside = answers;
        return this;
    }

    OnePart is(String now) {
        state = now;
        return this;
    }

    OnePart died(long now) {
        deaths = now;
        return this;
    }

    OnePart madeFrom(Map<String, Made> images) {
        made = images;
        return this;
    }

    OnePart seen(Try... now) {
        tries = List.of(now);
        return this;
    }

    private final class Powers
            implements Crashable, Losable, Pausable, Stoppable, Starvable, Fillable, Askable {
        @Override
        public void crash() {
            calls.add("crash");
        }

        @Override
        public void revive() {
            calls.add("revive");
        }

        @Override
        public void lose() {
            calls.add("lose");
        }

        @Override
        public void bringBack() {
            calls.add("bring back");
        }

        @Override
        public void pause() {
            calls.add("pause");
        }

        @Override
        public void resume() {
            calls.add("resume");
        }

        @Override
        public void stop() {
            calls.add("stop");
        }

        @Override
        public void start() {
            calls.add("start");
        }

        @Override
        public void starve(Capability.Ration ration) {
            calls.add("starve " + ration.cores() + " " + ration.memory());
        }

        @Override
        public void feed() {
            calls.add("feed");
        }

        @Override
        public void fill(String folder, long bytes) {
            calls.add("fill " + folder + " " + bytes);
        }

        @Override
        public void empty() {
            calls.add("empty");
        }

        @Override
        public Capability.Answer ask(List<String> command, Duration atMost) {
            calls.add("ask " + command.get(0));
            return inside.apply(command);
        }
    }

    @Override
    public <C extends Capability> Optional<C> as(Class<C> capability) {
        Capability powers = new Powers();
        return Optional.of(powers).filter(capability::isInstance).map(capability::cast);
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Map<String, String> facts() {
        return Map.of();
    }

    @Override
    public List<Component> components() {
        return List.of(this);
    }

    @Override
    public Relay relay(Link link) {
        return relay.orElseThrow(() -> new DrillException("there is no relay"));
    }

    @Override
    public Witness witness() {
        return this;
    }

    /** Whatever was done, the connection is as good as ever. */
    @Override
    public LinkView link(Link link, Duration atMost) {
        return talk(link, new Talk(atMost, 0));
    }

    @Override
    public LinkView talk(Link link, Talk talk) {
        Traffic traffic = new Traffic(Math.max(18, talk.burden()), 5_000, 1, 1, true);
        return new LinkView(Outcome.ANSWERED, 0.2, 1, "", traffic);
    }

    @Override
    public LinkView host(String component, Duration atMost) {
        return new LinkView(Outcome.REFUSED, -1, 1, "");
    }

    @Override
    public String state(String component) {
        return state;
    }

    @Override
    public long deaths(String component) {
        return deaths;
    }

    @Override
    public InetSocketAddress entry(String name) {
        throw new DrillException("there is no entry");
    }

    @Override
    public void watch(Consumer<Sighting> listener) {
        // nothing changes by itself here
    }

    @Override
    public void close() {
        // nothing is open
    }

    @Override
    public void swap(Set<String> components, String to) {
        calls.add("swap " + new TreeSet<>(components) + " " + to);
    }

    @Override
    public void swapBack(Set<String> components) {
        calls.add("swap back " + new TreeSet<>(components));
    }

    @Override
    public void separate(Separation separation) {
        calls.add("separate " + separation.named());
    }

    @Override
    public void rejoin(Separation separation) {
        calls.add("rejoin " + separation.named());
    }

    @Override
    public List<Try> survey(Separation separation, Duration atMost) {
        return tries;
    }

    @Override
    public Made made(String component) {
        return made.getOrDefault(component, new Made("sha256:good", "running"));
    }

    @Override
    public String image(String to) {
        return to.isEmpty() ? "" : "sha256:bad";
    }
}
