package io.firedrill.fault;

import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.Capability.Answer;
import io.firedrill.topology.Capability.Askable;
import io.firedrill.topology.Capability.Fillable;
import io.firedrill.topology.SystemUnderDrill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the disk under a folder of a component with one file. Stands for logs that nobody rotates,
 * a backup in the wrong place, a queue that is not read. Proved by {@code df} inside: what is used
 * rose by nine tenths of the file, or of the room that there was.
 */
public final class FillDisk implements Fault {
    @Override
    public FaultKind kind() {
        return FaultKind.onComponent(
                "fill-disk",
                "fill",
                List.of(
                        Setting.required("path", Setting.Type.TEXT, "a folder inside it"),
                        Setting.required("size", Setting.Type.SIZE, "size of the file")),
                "a file takes up its disk");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return "a file of " + PlainWords.size(spec.settings().get("size", Long.class))
                + " fills the disk under " + spec.settings().text("path") + " in " + to;
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        String path = spec.settings().text("path");
        long size = spec.settings().get("size", Long.class);
        Fillable power = Aim.power(spec, system, Fillable.class);
        Optional<Askable> inside = Aim.find(spec, system, Askable.class);
        Usage usage = new Usage(path, size, inside);
        return new ComponentFault(
                "fill " + path + " of " + Aim.component(spec) + " with " + size + " bytes",
                () -> power.fill(path, size),
                power::empty,
                usage);
    }

    /** What {@code df} says, compared with what it said when the fault was aimed. */
    private static final class Usage implements Supplier<Effect> {
        private static final Duration LOOK_WITHIN = Duration.ofSeconds(5);
        private static final double MOST_OF_IT = 0.9;
        private static final long BYTES_PER_BLOCK = 1024;
        private static final String DF = "df -Pk \"$1\" | tail -n 1; [ -e \"$1/" + Fillable.FILLER
                + "\" ] && echo filler || echo none";
        private static final Pattern SAID =
                Pattern.compile("\\S+\\s+\\d+\\s+(\\d+)\\s+(\\d+)\\s+.*\\s(filler|none)\\s*");

        private final String path;
        private final long size;
        private final Optional<Askable> inside;
        private final Optional<Matcher> before;

        Usage(String path, long size, Optional<Askable> inside) {
            this.path = path;
            this.size = size;
            this.inside = inside;
            this.before = parse(ask());
        }

        private Answer ask() {
            return inside.map(it -> it.ask(List.of("sh", "-c", DF, "sh", path), LOOK_WITHIN))
                    .orElse(new Answer(-1, "nobody can be asked inside"));
        }

        private static Optional<Matcher> parse(Answer answer) {
            return Optional.of(SAID.matcher(answer.output()))
                    .filter(matcher -> answer.code() == 0 && matcher.matches());
        }

        @Override
        public Effect get() {
            Answer answer = ask();
            Effect.State state = parse(answer).map(this::state).orElse(Effect.State.UNKNOWN);
            String detail = answer.output().strip().replaceAll("\\s+", " ");
            return new Effect(state, "df inside", detail);
        }

        private Effect.State state(Matcher now) {
            if (now.group(3).equals("none")) {
                return Effect.State.ABSENT;
            }
            return before.filter(then -> rose(then, now)).isPresent()
                    ? Effect.State.IN_EFFECT
                    : Effect.State.UNKNOWN;
        }

        private boolean rose(Matcher then, Matcher now) {
            long room = blocks(then, 2) * BYTES_PER_BLOCK;
            long rise = (blocks(now, 1) - blocks(then, 1)) * BYTES_PER_BLOCK;
            return rise >= MOST_OF_IT * Math.min(size, room);
        }

        private static long blocks(Matcher said, int group) {
            return Long.parseLong(said.group(group));
        }
    }
}
