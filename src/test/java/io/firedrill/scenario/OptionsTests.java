package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.firedrill.SampleDrills;
import io.firedrill.check.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The switches of a run. */
class OptionsTests {
    @TempDir
    Path root;

    private static final String[] EVERY = {
        "firedrill.mode", "containers",
        "firedrill.scenarios", "a, b/c",
        "firedrill.drills", "bank/*,shop/x",
        "firedrill.level", "full",
        "firedrill.rerun", "2",
        "firedrill.keep", "true",
        "firedrill.image.portal-1", "bank/portal:1.2",
        "firedrill.reports", "out",
        "firedrill.parallel", "3",
        "firedrill.twins", "false",
        "firedrill.plain", "true",
        "firedrill.signing-key", "key.pem",
        "firedrill.archive", "git:../drills.git#evidence",
        "firedrill.people", "page"
    };

    private static final String KNOWN =
            "firedrill.archive, firedrill.drills, firedrill.dry, firedrill.keep,"
                    + " firedrill.level, firedrill.mode, firedrill.parallel, firedrill.people,"
                    + " firedrill.plain, firedrill.repeat, firedrill.reports, firedrill.rerun,"
                    + " firedrill.scenarios, firedrill.signing-key, firedrill.twins,"
                    + " firedrill.image.<component>";

    private static Options options(String... switches) {
        Properties properties = new Properties();
        for (int index = 0; index < switches.length; index += 2) {
            properties.setProperty(switches[index], switches[index + 1]);
        }
        return Options.from(properties);
    }

    private static List<String> problems(String... switches) {
        return catchThrowableOfType(OptionsException.class, () -> options(switches))
                .problems();
    }

    @Test
    void fallsBackWhereNothingIsGiven() {
        Options options =
                options("java.version", "17", "firedrill.level", "", "firedrill.keep", "");

        assertThat(options)
                .isEqualTo(new Options(
                        Options.Mode.AUTO,
                        List.of(Path.of("scenarios")),
                        List.of(),
                        Scenario.Level.GATE,
                        1,
                        0,
                        false,
                        Map.of(),
                        Path.of("reports"),
                        Math.min(8, Runtime.getRuntime().availableProcessors()),
                        true,
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Options.Answers.STAND_IN));
    }

    @Test
    void bindsEverySwitch() {
        Options options = options(EVERY);

        assertThat(options)
                .isEqualTo(new Options(
                        Options.Mode.CONTAINERS,
                        List.of(Path.of("a"), Path.of("b/c")),
                        List.of("bank/*", "shop/x"),
                        Scenario.Level.FULL,
                        2,
                        0,
                        true,
                        Map.of("portal-1", "bank/portal:1.2"),
                        Path.of("out"),
                        3,
                        false,
                        true,
                        false,
                        Optional.of(Path.of("key.pem")),
                        Optional.of("git:../drills.git#evidence"),
                        Options.Answers.PAGE));
    }

    @Test
    void aDryRunTakesNoTwins() {
        Options dry = options("firedrill.dry", "true");

        assertThat(dry.dry()).isTrue();
        assertThat(dry.selects(SampleDrills.drill("bank/a", "recovery"))).isTrue();
        assertThat(dry.selects(SampleDrills.twin("bank/a/t", "recovery", Reason.NOT_RECOVERED)))
                .isFalse();
    }

    @Test
    void namesEveryBadSwitchAtOnce() {
        assertThat(problems(
                        "firedrill.moed",
                        "auto",
                        "firedrill.mode",
                        "container",
                        "firedrill.level",
                        "daily",
                        "firedrill.rerun",
                        "99",
                        "firedrill.keep",
                        "yes",
                        "firedrill.parallel",
                        "0",
                        "firedrill.image.db",
                        " ",
                        "firedrill.image.",
                        "x"))
                .containsExactlyInAnyOrder(
                        "unknown switch 'firedrill.moed'; known: " + KNOWN
                                + ". Did you mean 'firedrill.mode'?",
                        "unknown switch 'firedrill.image.'; known: " + KNOWN,
                        "firedrill.mode is 'container'; allowed: auto, containers,"
                                + " inprocess. Did you mean 'containers'?",
                        "firedrill.level is 'daily'; allowed: gate, nightly, full",
                        "firedrill.rerun is '99'; allowed: a whole number from 0 to 10",
                        "firedrill.keep is 'yes'; allowed: true, false",
                        "firedrill.parallel is '0'; allowed: a whole number from 1 to 64",
                        "firedrill.image.db is ' '; allowed: the reference of an image");
    }

    @Test
    void anArchiveIsAFolderOrABranch() {
        assertThat(options("firedrill.archive", "/srv/drills").archive()).contains("/srv/drills");
        assertThat(options("firedrill.archive", "git:drills.git").archive())
                .contains("git:drills.git");
        assertThat(problems("firedrill.archive", "git:#evidence"))
                .containsExactly("firedrill.archive is 'git:#evidence'; allowed: a folder, or"
                        + " git:<repository>, or git:<repository>#<branch>");
        assertThat(problems("firedrill.archive", "git:a#b#c")).hasSize(1);
    }

    @Test
    void repeatIsFromOneToFiftyWhereItIsGiven() {
        assertThat(options("firedrill.repeat", "50").repeat()).isEqualTo(50);
        assertThat(problems("firedrill.repeat", "0"))
                .containsExactly("firedrill.repeat is '0'; allowed: a whole number from 1 to 50");
        assertThat(problems("firedrill.repeat", "51")).hasSize(1);
    }

    @Test
    void selectsByGlobAndLevelAndTwinsWithTheirDrill() {
        Reading reading = ShopFolder.copyTo(root).read();
        Scenario drill = reading.drills().get(0);
        Scenario twin = reading.twins().get(0);

        assertThat(options("firedrill.level", "gate").selects(drill)).isFalse();
        assertThat(options("firedrill.level", "nightly").selects(drill)).isTrue();
        assertThat(options("firedrill.level", "full", "firedrill.drills", "shop/*")
                        .selects(twin))
                .isTrue();
        assertThat(options("firedrill.level", "full", "firedrill.drills", "bank/*")
                        .selects(twin))
                .isFalse();
        assertThat(options("firedrill.level", "full", "firedrill.twins", "false")
                        .selects(twin))
                .isFalse();
        assertThat(options("firedrill.level", "full", "firedrill.drills", "shop/db?lost")
                        .selects(drill))
                .isTrue();
        assertThat(options("firedrill.level", "full", "firedrill.drills", "shop/db.lost")
                        .selects(drill))
                .isFalse();
    }

    @Test
    void aTwinThatIsSlowRunsLessOftenThanItsDrill() {
        Reading reading = ShopFolder.copyTo(root)
                .replace(
                        "shop/twins/db-lost/no-standby.yaml",
                        "of: shop/db-lost",
                        "of: shop/db-lost\nlevel: full")
                .read();
        Scenario twin = reading.twins().get(0);

        assertThat(reading.problems()).isEmpty();
        assertThat(options("firedrill.level", "nightly").selects(twin)).isFalse();
        assertThat(options("firedrill.level", "nightly").leavesForLevel(twin)).isTrue();
        assertThat(options("firedrill.level", "full").selects(twin)).isTrue();
        assertThat(options("firedrill.twins", "false").leavesForLevel(twin)).isFalse();
        assertThat(options("firedrill.drills", "bank/*").leavesForLevel(twin)).isFalse();
    }

    @Test
    void repeatsDrillsAsTheirFilesSayOrAsTheSwitchSaysAndTwinsOnce() {
        Reading reading = ShopFolder.copyTo(root)
                .replace("shop/db-lost.yaml", "level: nightly", "level: nightly\nrepeat: 3")
                .read();
        Scenario drill = reading.drills().get(0);
        Scenario twin = reading.twins().get(0);
        Options asked = options("firedrill.repeat", "7");

        assertThat(drill.about().repeat()).isEqualTo(3);
        assertThat(twin.about().repeat()).isEqualTo(1);
        assertThat(options().repeated(drill)).isSameAs(drill);
        assertThat(asked.repeated(drill).about().repeat()).isEqualTo(7);
        assertThat(asked.repeated(twin)).isSameAs(twin);
    }

    @Test
    void findsSwitchesThatFitNothing() {
        Reading reading = ShopFolder.copyTo(root).read();

        assertThat(options("firedrill.drills", "shop/*,shop/db-last", "firedrill.image.api1", "x:1")
                        .misfits(reading))
                .containsExactly(
                        "firedrill.image.api1: unknown component 'api1'; components: agent,"
                                + " api-1, api-2,"
                                + " db1, db2, web. Did you mean 'api-1'?",
                        "firedrill.drills: 'shop/db-last' matches no drill; drills: shop/db-lost."
                                + " Did you mean 'shop/db-lost'?");
        assertThat(options().misfits(reading))
                .containsExactly("firedrill.level: none of the chosen drills is of level gate;"
                        + " drills: shop/db-lost (nightly)");
        assertThat(options("firedrill.level", "full", "firedrill.image.api-1", "x:1")
                        .misfits(reading))
                .isEmpty();
    }

    @Test
    void countsABrokenDrillAsThere() {
        Reading reading = ShopFolder.copyTo(root)
                .replace("shop/db-lost.yaml", "level: nightly", "level: nihgtly")
                .read();

        assertThat(options("firedrill.drills", "shop/db-lost").misfits(reading)).isEmpty();
    }
}
