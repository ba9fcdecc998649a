package io.firedrill.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds what a drill asks of what people are told, over what the plan says of it. */
final class ToldBinder {
    private static final String BECAUSE = "because";

    private final Scope scope;
    private final ObjectiveIds ids;
    private final Optional<CommunicationPlan> plan;

    /** Prepares to bind; ids go on from those of the other objectives. */
    ToldBinder(Scope scope, ObjectiveIds ids) {
        this.scope = scope;
        this.ids = ids;
        this.plan = scope.system().spec().communication();
    }

    /** Binds them, in order. */
    List<Objective> bind(Fields script) {
        if (script.has(ToldList.TOLD) && plan.isEmpty()) {
            script.place(ToldList.TOLD)
                    .problem(
                            "'told' without a plan of how people are told",
                            "needed beside system.yaml: " + Folders.COMMUNICATION_FILE,
                            "");
        }
        List<Objective> objectives = new ArrayList<>();
        new ToldList(scope.vocabulary()).read(script).forEach(it -> objectives.add(objective(it)));
        return objectives;
    }

    /** What the plan has for a kind; it is given in full, so that nothing is needed twice. */
    private Optional<Settings> planned(ObjectiveKind kind) {
        return plan.flatMap(it -> it.told().stream()
                .filter(check -> check.kind().equals(kind.name()))
                .map(Objective::settings)
                .findFirst());
    }

    private Objective objective(ToldList.Item item) {
        ObjectiveKind kind = item.kind();
        Problems problems = item.key().problems();
        int before = problems.count();
        Optional<Settings> planned = planned(kind);
        List<Setting> known = planned.isPresent() ? notNeeded(kind.settings()) : kind.settings();
        Fields fields = item.settings()
                .fields(SettingBinder.shape(
                        "'" + kind.name() + "' of a drill", known, List.of(BECAUSE, "id")));
        Settings under = planned.orElseGet(() -> SettingBinder.fallbacks(known));
        Settings bound = new SettingBinder(scope).bind(known, fields, under);
        Optional<String> because = fields.find(BECAUSE).map(Value::text);
        if (problems.count() == before && because.isEmpty()) {
            planned.filter(it -> complete(kind, it))
                    .ifPresent(it -> checkSame(kind, it, bound, fields));
        }
        Settings settings = because.map(why -> bound.with(BECAUSE, why)).orElse(bound);
        String id = ids.next(kind, fields.find("id"), item.key());
        List<Await> awaits = problems.count() == before && complete(kind, settings)
                ? kind.awaits().apply(settings.with("id", id)).stream()
                        .map(this::inTheDrill)
                        .toList()
                : List.of();
        return new Objective(id, kind.name(), settings, awaits);
    }

    /** What the plan should have and does not is a problem of the plan. */
    private static boolean complete(ObjectiveKind kind, Settings settings) {
        return kind.settings().stream()
                .filter(Setting::required)
                .allMatch(it -> settings.values().containsKey(it.name()));
    }

    private static List<Setting> notNeeded(List<Setting> settings) {
        return settings.stream()
                .map(it -> new Setting(
                        it.name(), it.type(), false, it.fallback(), it.choices(), it.meaning()))
                .toList();
    }

    private static void checkSame(
            ObjectiveKind kind, Settings planned, Settings bound, Fields fields) {
        for (Setting setting : kind.settings()) {
            Optional<Object> here = bound.find(setting.name(), Object.class);
            Optional<Object> there = planned.find(setting.name(), Object.class);
            if (!here.equals(there)) {
                fields.place(setting.name())
                        .problem(
                                "'" + setting.name() + "' of '" + kind.name() + "' is "
                                        + words(setting, here) + " here and "
                                        + words(setting, there) + " in the plan",
                                "needed beside it: because, the reason why this drill differs",
                                "");
            }
        }
    }

    private static String words(Setting setting, Optional<Object> value) {
        return value.map(it -> PlainWords.value(setting.type(), it)).orElse("not set");
    }

    /** Limits are in the plan's time, and the drill is awaited in its own. */
    private Await inTheDrill(Await await) {
        Trigger trigger = await.trigger();
        if (trigger instanceof Trigger.ToldEverywhere told) {
            trigger = new Trigger.ToldEverywhere(told.state(), inTheDrill(told.quiet()));
        }
        return new Await(trigger, inTheDrill(await.atMost()), await.from());
    }

    private Duration inTheDrill(Duration planned) {
        double scale = plan.map(CommunicationPlan::timeScale).orElse(1.0);
        return Duration.ofNanos(Math.round(planned.toNanos() / scale));
    }
}
