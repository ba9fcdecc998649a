package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.journal.Fact;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Channels, the plan of how people are told, and what drills ask of it, bound field by field. */
class ToldTests {
    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.tellingTo(root);
    }

    private Scenario drill() {
        return folder.read().drills().get(0);
    }

    private CommunicationPlan plan() {
        return drill().system().communication().orElseThrow();
    }

    private Objective told(String id) {
        return drill().objectives().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theGoodShopHasNoProblem() {
        assertThat(folder.problems()).isEmpty();
        assertThat(folder.read().drills()).hasSize(1);
        assertThat(folder.read().twins()).hasSize(2);
    }

    @Test
    void bindsAProviderWithItsSettingsAsWritten() {
        Channel sms = drill().system().channels().get("sms");

        assertThat(sms)
                .isEqualTo(new Channel(
                        "sms",
                        "twilio",
                        Optional.of(new Endpoint("sms", 80)),
                        Optional.empty(),
                        Map.of(
                                "user", "AC-shop",
                                "password", "${SMS_TOKEN}",
                                "rate", "50/s",
                                "deliver-after", "200ms",
                                "fails", "5%",
                                "callback", "/delivered"),
                        Map.of()));
        assertThat(drill().system().channels().get("mail").settings())
                .isEqualTo(Map.of("fails", "away@customers.example,gone@customers.example"));
        assertThat(drill().system().channels().keySet())
                .containsExactly("mail", "sms", "chat", "pager", "page", "banner", "sheet");
    }

    @Test
    void fillsInSecretsOnlyWhereAsked() {
        SystemSpec system = drill().system();

        Channel filled = system.channels().get("sms").filled(system.secrets());

        assertThat(filled.settings())
                .containsEntry("password", "s3cret")
                .containsEntry("user", "AC-shop");
        assertThat(system.channels().toString()).doesNotContain("s3cret");
    }

    @Test
    void bindsAPageWithItsPathAndPatterns() {
        Map<String, Channel> channels = drill().system().channels();

        assertThat(channels.get("page").look()).contains(new Channel.Look("status", "/"));
        assertThat(channels.get("page").at()).isEmpty();
        assertThat(channels.get("page").settings()).isEqualTo(Map.of("every", "500ms"));
        assertThat(channels.get("banner").look()).contains(new Channel.Look("web", "/banner"));
        assertThat(channels.get("banner").templates())
                .isEqualTo(Map.of(
                        "en",
                        new Channel.Template(
                                Map.of("eta", "Expected back: (.*)", "state", "$.state"))));
    }

    @Test
    void aLinkMayLeadToAChannelAndBeBroken() {
        Link toMail = new Link("desk", new Endpoint("mail", 25));

        assertThat(drill().system().links()).contains(toMail);
        assertThat(((Step.Inject) drill().steps().get(0)).fault().target())
                .isEqualTo(new FaultSpec.Target.OnLink(toMail));
    }

    @Test
    void aLinkToAChannelOutlivesATwinThatTakesOtherComponentsAway() {
        folder.write("shop/twins/mail-lost/no-status.compose.yaml", "services: {status: {}}\n")
                .replace(
                        "shop/twins/mail-lost/never-tells.yaml",
                        "of: shop/mail-lost",
                        "of: shop/mail-lost\ncompose: no-status.compose.yaml");

        SystemSpec twin = folder.read().twins().get(0).system();

        assertThat(folder.problems()).isEmpty();
        assertThat(twin.links()).contains(new Link("desk", new Endpoint("mail", 25)));
        assertThat(twin.channels()).isEqualTo(drill().system().channels());
        assertThat(twin.communication()).contains(plan());
    }

    @Test
    void bindsThePlan() {
        CommunicationPlan plan = plan();

        assertThat(plan.file()).isEqualTo(folder.shop().resolve("communication.yaml"));
        assertThat(plan.title()).isEqualTo("How customers of the shop are told");
        assertThat(plan.timeScale()).isEqualTo(60);
        assertThat(plan.audiences().get("customers"))
                .isEqualTo(new Audience(
                        "customers",
                        true,
                        List.of("mail", "page"),
                        List.of("sms"),
                        Set.of("look", "buy")));
        assertThat(plan.audiences().get("staff"))
                .isEqualTo(new Audience("staff", false, List.of("chat"), List.of(), Set.of()));
        assertThat(plan.approvers()).containsExactly("communications-lead", "deputy");
        assertThat(plan.domains()).containsExactly("shop.example");
        assertThat(plan.states())
                .containsExactly("investigating", "identified", "monitoring", "resolved");
        assertThat(plan.told())
                .extracting(Objective::kind)
                .containsExactly("n01-first-notice", "n05-cadence", "truth-meter");
    }

    @Test
    void bindsThePeople() {
        assertThat(plan().people())
                .containsExactly(
                        new Person(
                                "Ada",
                                "customers",
                                "retail",
                                Map.of("mail", "ada@customers.example", "sms", "+4470055501"),
                                Optional.of("sms"),
                                "de",
                                Set.of("sms")),
                        new Person(
                                "Ben",
                                "customers",
                                "",
                                Map.of("mail", "ben@customers.example"),
                                Optional.empty(),
                                "en",
                                Set.of()),
                        new Person(
                                "Cleo", "staff", "", Map.of(), Optional.empty(), "en", Set.of()));
    }

    @Test
    void aPlanMayHaveStatesAndATimeOfItsOwn() {
        folder.replace("shop/communication.yaml", "timeScale: 60", "states: [open, resolved]");

        assertThat(plan().states()).containsExactly("open", "resolved");
        assertThat(plan().timeScale()).isEqualTo(1);
    }

    @Test
    void whatPeopleMustBeToldFollowsTheOtherObjectives() {
        assertThat(drill().objectives())
                .extracting(Objective::id)
                .containsExactly(
                        "recovery",
                        "n01-first-notice",
                        "n05-cadence",
                        "cadence",
                        "n08-eta",
                        "n26-client-duty",
                        "truth-meter");
    }

    @Test
    void aSettingIsTheDrillsElseThePlansElseTheKinds() {
        assertThat(told("n05-cadence").settings().values())
                .isEqualTo(
                        Map.of("within", Duration.ofMinutes(20), "because", "a drill of payments"));
        assertThat(told("cadence").settings().duration("within")).hasMinutes(30);
        assertThat(told("n08-eta").settings().text("policy")).isEqualTo("allowed");
        folder.replace("shop/communication.yaml", "  - n05-cadence: {within: 30m}\n", "");
        assertThat(told("cadence").settings().duration("within")).hasMinutes(5);
    }

    @Test
    void theDrillIsAwaitedInItsOwnTime() {
        Trigger investigating = new Trigger.Told("investigating");

        assertThat(told("n01-first-notice").settings().duration("within")).hasMinutes(5);
        assertThat(told("n01-first-notice").awaits())
                .containsExactly(
                        new Await(investigating, Duration.ofSeconds(5), Await.From.FIRST_FAULT));
    }

    @Test
    void aStepMayWaitForWhatPeopleAreTold() {
        assertThat(drill().steps().get(2))
                .isEqualTo(new Step.Heal(new Trigger.Told("resolved"), "no mail"));
        assertThat(PlainWords.when(new Trigger.Told("resolved")))
                .isEqualTo("when people have been told of 'resolved'");
    }

    @Test
    void aTwinInheritsWhatPeopleMustBeToldOrReplacesIt() {
        List<Scenario> twins = folder.read().twins();

        assertThat(twins.get(0).objectives()).isEqualTo(drill().objectives());
        assertThat(twins.get(0).twin().orElseThrow().objective()).isEqualTo("n01-first-notice");
        assertThat(twins.get(1).objectives())
                .extracting(Objective::id)
                .containsExactly("recovery", "first");
    }

    @Test
    void toldWithoutAPlanIsAProblemAndSoIsAStepThatWaitsForIt() throws IOException {
        Files.delete(folder.shop().resolve("communication.yaml"));

        assertThat(folder.problems())
                .contains(
                        "shop/mail-lost.yaml:6:18: the step waits for what people are told, and"
                                + " there is no plan for that; needed beside system.yaml:"
                                + " communication.yaml",
                        "shop/mail-lost.yaml:10:1: 'told' without a plan of how people are told;"
                                + " needed beside system.yaml: communication.yaml");
    }

    @Test
    void aPlanWithoutChannelsIsAProblem() {
        String system = folder.text("shop/system.yaml");
        int from = system.indexOf("channels:");
        folder.write(
                "shop/system.yaml",
                system.substring(0, from) + system.substring(system.indexOf("journeys:")));

        assertThat(folder.problems())
                .contains("shop/communication.yaml: says how people are told, and system.yaml has"
                        + " no channel for it; needed there: channels");
        assertThat(folder.problems()).noneMatch(it -> it.contains("unknown channel"));
    }

    @Test
    void aPlanThatCannotBeReadIsTheOnlyProblemOfIt() {
        folder.write("shop/communication.yaml", "communication: [\n");

        assertThat(folder.problems())
                .hasSize(4)
                .anyMatch(it -> it.startsWith("shop/communication.yaml:2:1: is not YAML: "))
                .filteredOn(it -> !it.startsWith("shop/communication.yaml"))
                .allMatch(it -> it.endsWith(
                        ": cannot be run, for there are problems in shop/communication.yaml"));
    }

    @Test
    void theBuilderAsksForWhatPeopleAreTold() {
        Scenario built = new DrillBuilder(folder.shop(), "built", Words.vocabulary())
                .title("Built")
                .customers("look", "1/s")
                .inject("crash", "web")
                .objective("recovery", Map.of("of", "look", "within", "5s"))
                .told("n01-first-notice", Map.of())
                .told("n05-cadence", Map.of("within", "20m", "because", "of payments"))
                .build()
                .scenario();

        assertThat(built.objectives())
                .extracting(Objective::id)
                .containsExactly("recovery", "n01-first-notice", "n05-cadence");
    }

    @Test
    void whatCanBeReadOutOfAMessageIsWhatTheJournalHasNamesFor() throws IllegalAccessException {
        Set<String> names = new TreeSet<>();
        for (Field field : Fact.class.getDeclaredFields()) {
            if (field.getType() == String.class && !field.getName().equals("UNKNOWN")) {
                names.add((String) field.get(null));
            }
        }

        assertThat(ChannelsBinder.FACTS).containsExactlyElementsOf(names);
    }

    @Test
    void everyKeyOfAKindIsAKeyOfChannels() {
        Set<String> keys = new TreeSet<>(Set.of("read"));
        ChannelKind.ALL.forEach(kind -> keys.addAll(kind.keys()));

        assertThat(new TreeSet<>(Shapes.CHANNEL.optional())).isEqualTo(keys);
    }

    @Test
    void channelsAndAudiencesAreSaidInPlainWords() {
        SystemSpec system = drill().system();

        assertThat(system.channels().values())
                .extracting(PlainWords::channel)
                .containsExactly(
                        "e-mail, caught at mail:25 (fails"
                                + " away@customers.example,gone@customers.example)",
                        "SMS and voice, as Twilio, caught at sms:80 (callback /delivered;"
                                + " deliver-after 200ms; fails 5%; password ${SMS_TOKEN}; rate"
                                + " 50/s; user AC-shop)",
                        "chat, as Slack, caught at chat:80",
                        "a pager, as PagerDuty, caught at pager:80 (acknowledges-after 1s)",
                        "a page, read as people do: / by entry status (every 500ms)",
                        "a page, read as people do: /banner by entry web",
                        "a sheet or a list on the desk, caught at desk-sheet:80");
        assertThat(plan().audiences().values())
                .extracting(PlainWords::audience)
                .containsExactly(
                        "outside of the company: mail and page; where these fail, sms; when it"
                                + " touches buy or look",
                        "chat");
        assertThat(PlainWords.scale(60))
                .isEqualTo("one second of a drill stands for 60 s of it and of its checks");
        assertThat(PlainWords.scale(1)).isEqualTo("in real time");
    }
}
