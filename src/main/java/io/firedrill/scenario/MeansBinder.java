package io.firedrill.scenario;

import io.firedrill.scenario.JourneySpec.Means;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds by what the attempts of a journey are made. */
final class MeansBinder {
    private static final List<String> ALL = List.of("do", "by", "run");
    private static final String WITH = "with";
    private static final String IMAGE = "image";
    private static final String COMMAND = "command";

    private final Site site;
    private final Names names;
    private final SecretNames secrets;

    /**
     * The system that journeys lead to.
     *
     * @param kinds the journeys that are Java classes
     * @param inprocess true where it runs in the JVM of the drills
     */
    record Site(Path folder, Confined confined, List<JourneyKind> kinds, boolean inprocess) {}

    MeansBinder(Site site, Names names, SecretNames secrets) {
        this.site = site;
        this.names = names;
        this.secrets = secrets;
    }

    /** Binds it; placeholders are those that requests may hold. */
    Means bind(Fields journey, Placeholders placeholders) {
        List<String> given = journey.given(ALL);
        if (given.size() != 1) {
            journey.whole()
                    .problem(
                            "a journey has " + (given.isEmpty() ? "none" : "more than one") + " of "
                                    + String.join(", ", ALL),
                            "exactly one says by what its attempts are made",
                            "");
        }
        if (journey.has(WITH) && !journey.has("by")) {
            journey.place(WITH)
                    .problem("'with' holds the settings of a Java class", "needed: by", "");
        }
        return switch (given.isEmpty() ? "" : given.get(0)) {
            case "by" -> plugin(journey);
            case "run" -> program(journey);
            default -> new Means.Requests(RequestBinder.inARow(journey, "do", placeholders));
        };
    }

    private Means plugin(Fields journey) {
        Value by = journey.find("by").orElseThrow();
        String name = by.oneOf(
                site.kinds().stream().map(JourneyKind::name).toList(), "journey on the class path");
        Optional<JourneyKind> kind =
                site.kinds().stream().filter(it -> it.name().equals(name)).findFirst();
        Settings settings =
                kind.map(it -> settings(it, journey)).orElseGet(() -> new Settings(Map.of()));
        JourneyKind.Writes writes =
                kind.map(JourneyKind::writes).orElse(JourneyKind.Writes.COUNTED);
        if (journey.has("acknowledges") && writes == JourneyKind.Writes.NONE) {
            journey.place("acknowledges")
                    .problem("journey '" + name + "' acknowledges no writes", "", "");
        }
        return new Means.Plugin(name, settings, writes == JourneyKind.Writes.COUNTED);
    }

    private Settings settings(JourneyKind kind, Fields journey) {
        SettingBinder binder = new SettingBinder(names);
        Optional<Value> with = journey.find(WITH);
        List<String> needed = kind.settings().stream()
                .filter(Setting::required)
                .map(Setting::name)
                .toList();
        if (with.isEmpty() && !needed.isEmpty()) {
            journey.whole()
                    .problem(
                            "key 'with' is missing in a journey by '" + kind.name() + "'",
                            "needed in it: " + String.join(", ", needed),
                            "");
        }
        String noun = "'with' of journey '" + kind.name() + "'";
        return with.map(it -> it.fields(SettingBinder.shape(noun, kind.settings(), List.of())))
                .map(fields -> binder.bind(kind.settings(), fields))
                .orElseGet(() -> SettingBinder.fallbacks(kind.settings()));
    }

    private Means program(Fields journey) {
        if (journey.has("on-unknown")) {
            journey.place("on-unknown")
                    .problem(
                            "'on-unknown' does not go with 'run'",
                            "the program itself decides what it repeats",
                            "");
        }
        Value run = journey.find("run").orElseThrow();
        Fields program = run.fields(Shapes.PROGRAM);
        if (!program.has(IMAGE) && !program.has(COMMAND)) {
            run.problem("nothing is run", "needed: command, image, or both", "");
        }
        if (program.has(IMAGE) && site.inprocess()) {
            program.place(IMAGE)
                    .problem(
                            "a container cannot reach a system that is made 'inprocess'",
                            "needed: a command alone, which runs on this machine",
                            "");
        }
        return new Means.Program(
                program.find(IMAGE).map(Value::text),
                program.list(COMMAND, Value::text),
                environment(program),
                folder(program));
    }

    private Map<String, String> environment(Fields program) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Entry entry : program.map("environment")) {
            environment.put(entry.key().as(Notations.VARIABLE), secrets.nameOrText(entry.value()));
        }
        return Collections.unmodifiableMap(environment);
    }

    private Path folder(Fields program) {
        Optional<Path> folder =
                program.find("files").flatMap(it -> site.confined().inside(it, site.folder()));
        folder.filter(it -> !Files.isDirectory(it))
                .ifPresent(it -> program.place("files")
                        .problem("folder " + Quote.of(it.toString()) + " is not there", "", ""));
        return folder.orElse(site.folder());
    }
}
