package io.firedrill.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Binds {@code communication.yaml}: how people are to be told of an outage. */
final class PlanBinder {
    private static final List<String> STATES =
            List.of("investigating", "identified", "monitoring", "resolved");

    private final Vocabulary vocabulary;
    private final SystemDraft system;
    private final Map<String, Channel> channels;

    /** Prepares to bind the plan of a system. */
    PlanBinder(Vocabulary vocabulary, SystemDraft system) {
        this.vocabulary = vocabulary;
        this.system = system;
        this.channels = system.spec().channels();
    }

    /** Gives what stands for a plan that could not be read. */
    static CommunicationPlan unread(Path file) {
        return new CommunicationPlan(
                file, "", 1, Map.of(), List.of(), List.of(), Set.of(), STATES, List.of());
    }

    /** Binds it; what is wrong is noted where it stands. */
    CommunicationPlan bind(Path file, Fields fields) {
        if (channels.isEmpty()) {
            fields.whole()
                    .problems()
                    .whole(
                            "says how people are told, and system.yaml has no channel for it",
                            "needed there: channels",
                            "");
        }
        Map<String, CommunicationPlan.Audience> audiences = audiences(fields);
        return new CommunicationPlan(
                file,
                fields.text("communication"),
                fields.as("timeScale", ToldNotations.SCALE, 1.0),
                audiences,
                new PeopleBinder(channels, audiences).bind(fields),
                once(fields, "approvers", Notations.NAME),
                Collections.unmodifiableSet(
                        new LinkedHashSet<>(once(fields, "domains", ToldNotations.DOMAIN))),
                fields.has("states") ? once(fields, "states", ToldNotations.WORD) : STATES,
                told(fields));
    }

    private Map<String, CommunicationPlan.Audience> audiences(Fields fields) {
        fields.find("audiences").ifPresent(Value::notEmpty);
        Map<String, CommunicationPlan.Audience> audiences = new LinkedHashMap<>();
        for (Entry entry : fields.map("audiences")) {
            String name = entry.key().as(ToldNotations.WORD);
            audiences.put(name, audience(name, entry.value().fields(Shapes.AUDIENCE)));
        }
        audiences.remove(""); // the stand-in for a name that is none
        return Collections.unmodifiableMap(audiences);
    }

    private CommunicationPlan.Audience audience(String name, Fields fields) {
        Set<String> used = new LinkedHashSet<>();
        return new CommunicationPlan.Audience(
                name,
                fields.find("public")
                        .map(it -> it.word(List.of("true", "false")))
                        .filter("true"::equals)
                        .isPresent(),
                channels(fields, "channels", used),
                channels(fields, "fallback", used),
                journeys(fields));
    }

    private List<String> channels(Fields fields, String key, Set<String> used) {
        List<String> names = new ArrayList<>();
        fields.find(key).ifPresent(Value::notEmpty);
        for (Value item : fields.find(key).map(Value::oneOrMore).orElse(List.of())) {
            String name = PeopleBinder.channel(item, channels);
            if (!used.add(name) && !name.isEmpty()) {
                item.problem(
                        "channel " + Quote.of(name) + " is listed twice for one audience",
                        "each once, under 'channels' or under 'fallback'",
                        "");
            }
            names.add(name);
        }
        return List.copyOf(names);
    }

    private Set<String> journeys(Fields fields) {
        Set<String> names = new LinkedHashSet<>();
        fields.find("journeys").ifPresent(Value::notEmpty);
        for (Value item : fields.find("journeys").map(Value::oneOrMore).orElse(List.of())) {
            names.add(item.oneOf(system.spec().journeys().keySet(), "journey"));
        }
        return Collections.unmodifiableSet(names);
    }

    /** Binds a list in which each stands once. */
    private static List<String> once(Fields fields, String key, Notation<String> notation) {
        Set<String> found = new LinkedHashSet<>();
        fields.find(key).ifPresent(Value::notEmpty);
        for (Value item : fields.find(key).map(Value::oneOrMore).orElse(List.of())) {
            String text = item.as(notation);
            if (!found.add(text) && !text.isEmpty()) {
                item.problem(Quote.of(text) + " is listed twice in " + key, "each once", "");
            }
        }
        found.remove(""); // the stand-in for a text that is none
        return List.copyOf(found);
    }

    private List<Objective> told(Fields fields) {
        Scope scope = new Scope(vocabulary, system, Set.of(), Map.of());
        Map<String, Value> places = new LinkedHashMap<>();
        List<Objective> checks = new ArrayList<>();
        for (ToldList.Item item : new ToldList(vocabulary).read(fields)) {
            ObjectiveKind kind = item.kind();
            Shape shape = SettingBinder.shape(
                    "'" + kind.name() + "' of a plan", kind.settings(), List.of());
            Settings settings = new SettingBinder(scope)
                    .bind(kind.settings(), item.settings().fields(shape));
            Value first = places.putIfAbsent(kind.name(), item.key());
            if (first != null) {
                item.key()
                        .problem(
                                "'" + kind.name() + "' stands twice in the plan",
                                "each check once; first on line " + first.line(),
                                "");
            }
            checks.add(new Objective(kind.name(), kind.name(), settings, List.of()));
        }
        return List.copyOf(checks);
    }
}
