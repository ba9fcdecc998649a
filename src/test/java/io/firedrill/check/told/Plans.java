package io.firedrill.check.told;

import io.firedrill.scenario.Blueprint;
import io.firedrill.scenario.Channel;
import io.firedrill.scenario.CommunicationPlan;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;
import io.firedrill.scenario.Endpoint;
import io.firedrill.scenario.JourneySpec;
import io.firedrill.scenario.Objective;
import io.firedrill.scenario.Scenario;
import io.firedrill.scenario.Settings;
import io.firedrill.scenario.SystemSpec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A shop with two journeys, its channels and its plan, in which 1 s of a drill stands for 60. */
final class Plans {
    static final String ADA_MAIL = "mail:ada@home.example";
    static final String ADA_SMS = "sms:+4470055501";
    static final String BEN_MAIL = "mail:ben@home.example";
    static final String BEN_SMS = "sms:+4470055502";
    static final String EVE_MAIL = "mail:eve@bank.example";

    private Plans() {}

    static Scenario scenario() {
        return scenario(plan());
    }

    /** The same shop, in which Cyd is a reader whom only the journey look-up concerns. */
    static Scenario withReaders() {
        return with(
                new Audience("readers", true, List.of("mail"), List.of(), Set.of("look-up")),
                person("Cyd", "readers", Map.of("mail", "cyd@home.example"), Set.of()));
    }

    /** The same shop, whose partner Pat is told by mail and on the same page as customers. */
    static Scenario withPartners() {
        return with(
                new Audience("partners", true, List.of("mail", "page"), List.of(), Set.of()),
                person("Pat", "partners", Map.of("mail", "pat@other.example"), Set.of()));
    }

    /** The same shop, which tells nobody but customers, by mail, else by SMS. */
    static Scenario withCustomersOnly() {
        return with(
                Map.of(
                        "customers",
                        new Audience("customers", true, List.of("mail"), List.of("sms"), Set.of())),
                plan().people());
    }

    private static Scenario with(Audience audience, Person person) {
        CommunicationPlan plan = plan();
        Map<String, Audience> audiences = new HashMap<>(plan.audiences());
        audiences.put(audience.name(), audience);
        List<Person> people = new ArrayList<>(plan.people());
        people.add(person);
        return with(audiences, people);
    }

    private static Scenario with(Map<String, Audience> audiences, List<Person> people) {
        CommunicationPlan plan = plan();
        return scenario(new CommunicationPlan(
                plan.file(),
                plan.title(),
                plan.timeScale(),
                audiences,
                people,
                plan.approvers(),
                plan.domains(),
                plan.states(),
                List.of()));
    }

    /** The same shop, with a phone tree beside the sheet. */
    static Scenario withPhoneTree() {
        Scenario drill = scenario();
        SystemSpec system = drill.system();
        Map<String, Channel> channels = new HashMap<>(system.channels());
        channels.put("tree", channel("tree", "phone-tree"));
        return new Scenario(
                drill.id(),
                drill.file(),
                drill.title(),
                drill.about(),
                new SystemSpec(
                        system.name(),
                        system.title(),
                        system.tier(),
                        system.folder(),
                        system.blueprint(),
                        system.components(),
                        system.entries(),
                        system.links(),
                        system.roles(),
                        system.signIns(),
                        system.journeys(),
                        channels,
                        system.communication(),
                        system.secrets()),
                drill.customers(),
                drill.baseline(),
                drill.steps(),
                drill.objectives(),
                drill.relayed(),
                drill.limit(),
                drill.twin());
    }

    /** The same shop, whose drill asks whether a backlog is worked off. */
    static Scenario withBacklog() {
        Settings none = new Settings(Map.of("at-most", 0));
        return scenario(plan(), List.of(new Objective("backlog", "backlog", none, List.of())));
    }

    private static Scenario scenario(CommunicationPlan plan) {
        return scenario(plan, List.of());
    }

    private static Scenario scenario(CommunicationPlan plan, List<Objective> objectives) {
        return new Scenario(
                "company/drill",
                Path.of("drill.yaml"),
                "A drill",
                new Scenario.About(
                        Optional.empty(),
                        Optional.empty(),
                        Scenario.Level.GATE,
                        1,
                        "normal",
                        "why",
                        Map.of()),
                system(plan),
                Map.of("order", 10.0, "look-up", 10.0),
                new Scenario.Baseline(Duration.ofSeconds(5), 3),
                List.of(),
                objectives,
                List.of(),
                Duration.ofMinutes(3),
                Optional.empty());
    }

    private static SystemSpec system(CommunicationPlan plan) {
        return new SystemSpec(
                "company",
                "Company",
                "hot",
                Path.of("company"),
                new Blueprint.Composed(List.of()),
                Set.of("shop-1", "front"),
                Map.of(
                        "web", new Endpoint("front", 8080),
                        "status", new Endpoint("status", 8080)),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of("order", journey("order"), "look-up", journey("look-up")),
                Map.of(
                        "mail", channel("mail", "smtp"),
                        "sms", channel("sms", "twilio"),
                        "chat", channel("chat", "slack"),
                        "pager", channel("pager", "pagerduty"),
                        "deputy", channel("deputy", "pagerduty"),
                        "sheet", channel("sheet", "file"),
                        "page", page()),
                Optional.of(plan),
                Map.of());
    }

    private static Channel page() {
        return new Channel(
                "page",
                "page",
                Optional.empty(),
                Optional.of(new Channel.Look("status", "/")),
                Map.of(),
                Map.of());
    }

    private static JourneySpec journey(String name) {
        return new JourneySpec(
                name,
                "web",
                Duration.ofSeconds(1),
                Optional.empty(),
                List.of(),
                true,
                true,
                Optional.empty());
    }

    private static Channel channel(String name, String speaks) {
        return new Channel(
                name,
                speaks,
                Optional.of(new Endpoint(name, 25)),
                Optional.empty(),
                Map.of(),
                Map.of());
    }

    private static CommunicationPlan plan() {
        return new CommunicationPlan(
                Path.of("communication.yaml"),
                "How customers are told",
                60,
                Map.of(
                        "customers",
                        new Audience(
                                "customers",
                                true,
                                List.of("mail", "page"),
                                List.of("sms"),
                                Set.of()),
                        "staff",
                        new Audience("staff", false, List.of("chat"), List.of(), Set.of()),
                        "executives",
                        new Audience("executives", false, List.of("mail"), List.of(), Set.of())),
                List.of(
                        person(
                                "Ada",
                                "customers",
                                Map.of("mail", "ada@home.example", "sms", "+4470055501"),
                                Set.of()),
                        person(
                                "Ben",
                                "customers",
                                Map.of("mail", "ben@home.example", "sms", "+4470055502"),
                                Set.of("sms")),
                        person("Eve", "executives", Map.of("mail", "eve@bank.example"), Set.of())),
                List.of("communications-lead", "deputy"),
                Set.of("bank.example"),
                List.of("investigating", "identified", "monitoring", "resolved"),
                List.of());
    }

    private static Person person(
            String name, String audience, Map<String, String> addresses, Set<String> optedOut) {
        return new Person(
                name,
                audience,
                "retail",
                addresses,
                name.equals("Ada") ? Optional.of("mail") : Optional.empty(),
                "en",
                optedOut);
    }
}
