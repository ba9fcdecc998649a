package io.firedrill.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A vocabulary for tests. */
final class Words {
    private Words() {}

    static Vocabulary vocabulary() {
        return new Vocabulary(
                faults(),
                objectives(),
                Set.of("vanish", "crash", "relay"),
                List.of("ran-to-the-end", "baseline", "faults-in-effect"),
                Set.of(
                        "RECOVERED_BY_HEAL",
                        "ACKNOWLEDGED_WRITES_LOST",
                        "FAULT_NOT_IN_EFFECT",
                        "NOTICE_LATE"),
                journeys());
    }

    private static List<JourneyKind> journeys() {
        List<Setting> mail = List.of(
                Setting.required("to", Setting.Type.TEXT, "whom"),
                Setting.optional("pause", Setting.Type.DURATION, Duration.ofSeconds(1), "rest"),
                Setting.optional("box", Setting.Type.ENTRY, "where it is read"),
                Setting.optional("password", Setting.Type.SECRET, "of the box"));
        return List.of(
                new JourneyKind("send-mail", mail, JourneyKind.Writes.COUNTED, "sends"),
                new JourneyKind("peek", List.of(), JourneyKind.Writes.NONE, "looks"));
    }

    private static List<FaultKind> faults() {
        List<Setting> delay = List.of(
                Setting.required("by", Setting.Type.DURATION, "how much later"),
                Setting.optional("jitter", Setting.Type.DURATION, "more or less"),
                Setting.choice("way", List.of("both", "there", "back"), "which way"));
        return List.of(
                FaultKind.onComponent("vanish", "vanish", List.of(), "host lost"),
                FaultKind.onComponent("crash", "crash", List.of(), "process dies"),
                FaultKind.onComponent("pause", "pause", List.of(), "frozen"),
                FaultKind.onLink("cut", List.of(), "refused"),
                FaultKind.onLink("delay", delay, "slow"));
    }

    private static List<ObjectiveKind> objectives() {
        return Stream.concat(ofTheSystem().stream(), ofWhatPeopleAreTold().stream())
                .toList();
    }

    private static List<ObjectiveKind> ofWhatPeopleAreTold() {
        Setting within = Setting.optional(
                "within", Setting.Type.DURATION, Duration.ofMinutes(5), "how soon");
        return List.of(
                new ObjectiveKind(
                        "n01-first-notice", List.of(within), Words::untilTold, false, "told"),
                told("n05-cadence", within),
                told(
                        "n08-eta",
                        Setting.choice(
                                "policy", List.of("required", "allowed", "forbidden"), "which")),
                told(
                        "n26-client-duty",
                        Setting.required("of", Setting.Type.JOURNEY, "whose money")),
                told("truth-meter"));
    }

    private static ObjectiveKind told(String name, Setting... settings) {
        return new ObjectiveKind(name, List.of(settings), any -> List.of(), false, "told");
    }

    private static List<Await> untilTold(Settings settings) {
        Trigger told = new Trigger.Told("investigating");
        return List.of(new Await(told, settings.duration("within"), Await.From.FIRST_FAULT));
    }

    private static List<ObjectiveKind> ofTheSystem() {
        Setting of = Setting.required("of", Setting.Type.JOURNEY, "whose");
        Setting within = Setting.required("within", Setting.Type.DURATION, "how soon");
        Setting held =
                Setting.optional("held", Setting.Type.DURATION, Duration.ofSeconds(5), "how long");
        Setting window = Setting.required("window", Setting.Type.DURATION, "over what");
        return List.of(
                new ObjectiveKind(
                        "recovery",
                        List.of(of, within, held),
                        Words::untilRecovered,
                        false,
                        "back"),
                new ObjectiveKind(
                        "data-loss",
                        List.of(of, Setting.required("at-most", Setting.Type.COUNT, "how many")),
                        settings -> List.of(),
                        true,
                        "lost"),
                new ObjectiveKind(
                        "availability",
                        List.of(
                                of,
                                Setting.required("at-least", Setting.Type.SHARE, "share"),
                                window),
                        settings -> List.of(),
                        false,
                        "served"),
                new ObjectiveKind(
                        "rejoined",
                        List.of(
                                Setting.required("component", Setting.Type.COMPONENT, "which"),
                                within),
                        settings -> List.of(),
                        false,
                        "back"),
                new ObjectiveKind("invariant", invariant(), settings -> List.of(), false, "stays"));
    }

    private static List<Setting> invariant() {
        return List.of(
                Setting.required("entry", Setting.Type.ENTRY, "where"),
                Setting.required("read", Setting.Type.REQUEST, "what"),
                Setting.optional("words", Setting.Type.WORDS, "some"),
                Setting.optional("same", Setting.Type.TEXT, "the same before and after"));
    }

    private static List<Await> untilRecovered(Settings settings) {
        Trigger recovered = new Trigger.Recovered(settings.text("of"), settings.duration("held"));
        return List.of(new Await(recovered, settings.duration("within"), Await.From.FIRST_FAULT));
    }
}
