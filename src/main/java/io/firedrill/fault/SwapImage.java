package io.firedrill.fault;

import io.firedrill.fault.Effect.State;
import io.firedrill.scenario.FaultKind;
import io.firedrill.scenario.FaultSpec;
import io.firedrill.scenario.PlainWords;
import io.firedrill.scenario.Setting;
import io.firedrill.topology.ImageWitness;
import io.firedrill.topology.ImageWitness.Made;
import io.firedrill.topology.Swappable;
import io.firedrill.topology.SystemUnderDrill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Puts another image under components, several at once where the target is a list. Stands for a bad
 * release or update; what the new image does, crash loops included, is its own matter. Proved by
 * the image that the platform says each is made from; healed where each is made from the one of
 * before again, and runs.
 */
public final class SwapImage implements Fault {
    /** The setting that names the image. */
    private static final String TO = "to";

    private static final int SHOWN = 12;

    @Override
    public FaultKind kind() {
        return FaultKind.onComponents(
                "swap-image",
                "swap",
                List.of(Setting.required(TO, Setting.Type.IMAGE, "the image it is put on")),
                "another image, such as a bad release, takes its place");
    }

    @Override
    public String explain(FaultSpec spec) {
        String to = PlainWords.target(spec.target());
        return to + ", stopped in good order, is replaced at once by image "
                + spec.settings().text(TO);
    }

    @Override
    public ActiveFault aim(FaultSpec spec, SystemUnderDrill system) {
        Set<String> components = Aim.components(spec);
        String to = spec.settings().text(TO);
        Swappable power = Aim.able(spec, system, Swappable.class);
        ImageWitness witness = Aim.able(spec, system.witness(), ImageWitness.class);
        Sight sight = new Sight(witness, to, seen(witness, components));
        return new ComponentFault(
                "put " + String.join(", ", components) + " on image " + to,
                () -> power.swap(components, to),
                () -> power.swapBack(components),
                sight::look);
    }

    private static Map<String, Made> seen(ImageWitness witness, Set<String> components) {
        Map<String, Made> seen = new TreeMap<>();
        components.forEach(component -> seen.put(component, witness.made(component)));
        return seen;
    }

    /** What the witness compares: with the image that is wanted, and with those of before. */
    private record Sight(ImageWitness witness, String to, Map<String, Made> before) {

        Effect look() {
            String wanted = witness.image(to);
            Map<String, Made> now = seen(witness, before.keySet());
            boolean told = !wanted.isEmpty();
            boolean swapped =
                    told && now.values().stream().allMatch(made -> made.image().equals(wanted));
            boolean same = told && before.keySet().stream().allMatch(name -> runs(name, now));
            State state = swapped ? State.IN_EFFECT : same ? State.ABSENT : State.UNKNOWN;
            return new Effect(state, "the platform's record of each container", detail(now));
        }

        private boolean runs(String component, Map<String, Made> now) {
            String image = made(component, before).image();
            return !image.isEmpty()
                    && made(component, now).image().equals(image)
                    && made(component, now).state().equals("running");
        }

        private static Made made(String component, Map<String, Made> all) {
            return all.getOrDefault(component, new Made("", "gone"));
        }

        private static String detail(Map<String, Made> now) {
            return now.entrySet().stream()
                    .map(it -> it.getKey() + " is " + it.getValue().state() + " from image "
                            + shortened(it.getValue().image()))
                    .collect(Collectors.joining(", "));
        }

        private static String shortened(String id) {
            String digest = id.substring(id.indexOf(':') + 1);
            return digest.isEmpty()
                    ? "unknown"
                    : digest.substring(0, Math.min(SHOWN, digest.length()));
        }
    }
}
