package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What 'explain' and 'validate' say of how people are told. */
class ExplainToldTests {
    private static final Path TOLD = Path.of("src/test/resources/scenario/told/shop");

    @TempDir
    private Path root;

    private Path shop;

    /** The shop that tells people, without checks: those at hand are not a matter of this test. */
    @BeforeEach
    void copy() throws IOException {
        shop = Files.createDirectories(root.resolve("shop"));
        Files.copy(TOLD.resolve("system.yaml"), shop.resolve("system.yaml"));
        Files.copy(TOLD.resolve("compose.yaml"), shop.resolve("compose.yaml"));
        Files.copy(TOLD.resolve("test.env"), shop.resolve("test.env"));
        for (String file : new String[] {"communication.yaml", "mail-lost.yaml"}) {
            String text = Files.readString(TOLD.resolve(file));
            Files.writeString(shop.resolve(file), text.substring(0, text.indexOf("\ntold:") + 1));
        }
    }

    @Test
    void explainSaysHowPeopleAreTold() {
        Screen screen =
                new Screen().run("explain", shop.resolve("mail-lost.yaml").toString());

        assertThat(screen.text())
                .contains("   People are told on these channels:\n"
                        + "     mail: e-mail, caught at mail:25 (fails"
                        + " away@customers.example,gone@customers.example)\n")
                .contains("     page: a page, read as people do: / by entry status (every 500ms)\n")
                .contains("   How customers of the shop are told (the plan; one second of a"
                        + " drill stands for 60 s of it and of its checks):\n"
                        + "     customers: outside of the company: mail and page; where these fail,"
                        + " sms; when it touches buy or look\n"
                        + "     staff: chat\n")
                .contains("   3. when people have been told of 'resolved': 'no mail' is healed\n")
                .doesNotContain("s3cret");
        assertThat(screen.exit()).isEqualTo(Exit.FINE);
    }

    @Test
    void validateReadsThePlanWithItsSystem() throws IOException {
        Path plan = shop.resolve("communication.yaml");
        Files.writeString(plan, Files.readString(plan).replace("staff: {channels: chat}", "x: 1"));

        Screen screen = new Screen().run("validate", root.toString());

        assertThat(screen.text())
                .contains(plan + ":5:6: x is '1'; allowed: keys with their values\n")
                .contains("unknown audience 'staff'");
        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
    }
}
