package io.firedrill.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.firedrill.RealTime;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SURVIVAL R20: hostile files cannot hang, exhaust, execute or escape. */
@RealTime
class HostileFilesTests {
    private static final int MUTANTS = Integer.getInteger("firedrill.test.mutants", 80);
    private static final long SEED = Long.getLong("firedrill.test.seed", 20);
    private static final List<String> SCRAPS = List.of(
            "\0",
            "&a ",
            "*a",
            "!!java.net.URL ",
            "!x ",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "'",
            "|",
            ">",
            "#",
            ": ",
            "- ",
            "\t",
            "\n",
            "...\n",
            "---\n",
            "? ",
            "<<: *a\n",
            "%YAML 9.9\n",
            "null",
            "~",
            "999999999999999999999h",
            "-1",
            "1e999",
            ".nan",
            "0x7f",
            "\u2028",
            "\ud83d\ude00",
            "../../x",
            "$[?(@.a",
            "${X}",
            "{who}",
            "-> a:1",
            "a: &a [*a]\n",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[");

    @TempDir
    Path root;

    private ShopFolder folder;

    @BeforeEach
    void copy() {
        folder = ShopFolder.copyTo(root);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/system.yaml",
                "shop/db-lost.yaml",
                "shop/compose.yaml",
                "shop/test.env",
                "shop/twins/db-lost/no-standby.yaml"
            })
    void whateverAFileHoldsTheResultIsAReading(String file) {
        mutate(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop/system.yaml",
                "shop/communication.yaml",
                "shop/mail-lost.yaml",
                "shop/twins/mail-lost/tells-late.yaml"
            })
    void soItIsWherePeopleAreTold(String file, @TempDir Path other) {
        folder = ShopFolder.tellingTo(other);

        mutate(file);
    }

    private void mutate(String file) {
        byte[] good = folder.text(file).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED);
        for (int number = 0; number < MUTANTS; number++) {
            byte[] mutant = mutant(good, random);
            folder.write(file, mutant);
            assertThatCode(this::readAndCheck)
                    .as(
                            "seed %d, mutant %d: %s",
                            SEED, number, new String(mutant, StandardCharsets.ISO_8859_1))
                    .doesNotThrowAnyException();
        }
    }

    private void readAndCheck() {
        Reading reading = folder.read();
        boolean drillRuns = !reading.drills().isEmpty();
        assertThat(drillRuns || !reading.problems().isEmpty()).isTrue();
        assertThat(reading.broken().isEmpty()).isEqualTo(reading.problems().isEmpty());
        assertThat(reading.problems()).allSatisfy(problem -> {
            assertThat(problem.file()).startsWith(folder.root());
            assertThat(problem.what()).isNotBlank().doesNotContain("\n");
        });
    }

    private static byte[] mutant(byte[] good, Random random) {
        StringBuilder text = new StringBuilder(new String(good, StandardCharsets.ISO_8859_1));
        for (int change = 0; change <= random.nextInt(4); change++) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, scrap(random));
                case 1 -> text.replace(at, end, scrap(random));
                case 2 -> text.delete(at, end);
                case 3 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
                default -> text.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String scrap(Random random) {
        String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
        return new String(scrap.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void refusesAHugeFileWithoutReadingItAll() {
        folder.write("shop/db-lost.yaml", "x".repeat(300_000));

        assertThat(folder.problems()).contains("shop/db-lost.yaml: is too large; at most 256 KiB");
    }

    @Test
    void boundsTheNumberOfProblemsOfAFile() {
        folder.write("shop/db-lost.yaml", "? a\n".repeat(20_000));

        assertThat(folder.read().problems()).hasSizeLessThan(110);
        assertThat(folder.problems())
                .contains("shop/db-lost.yaml: more than 100 problems. Mend these first");
    }

    @Test
    void endsSoonOnAFlatFileOfManyKeys() {
        StringBuilder keys = new StringBuilder();
        for (int number = 0; number < 20_000; number++) {
            keys.append("key").append(number).append(": x\n");
        }
        folder.write("shop/db-lost.yaml", keys.toString());

        assertTimeoutPreemptively(Duration.ofSeconds(20), (Executable) folder::problems);
    }

    @Test
    void refusesALinkThatLeadsOutOfTheSystem(@TempDir Path outside) throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.yaml"), "top: secret\n");
        Files.createSymbolicLink(folder.shop().resolve("escape.yaml"), secret);
        Files.createSymbolicLink(folder.shop().resolve("extra"), secret);
        folder.replace(
                "shop/system.yaml", "compose: compose.yaml", "compose: [compose.yaml, extra]");

        assertThat(folder.problems())
                .contains(
                        "shop/escape.yaml: is a link to a file outside the system's folder;"
                                + " allowed: files inside it",
                        "shop/system.yaml:4:25: file 'extra' is outside the system's"
                                + " folder; allowed: files inside it");
    }

    @Test
    void refusesAFileWhoseNameCannotBeAnId() {
        folder.write("shop/<script>.yaml", folder.text("shop/db-lost.yaml"));

        assertThat(folder.problems())
                .contains("shop/<script>.yaml: has the name '<script>', which cannot be an id;"
                        + " allowed: letters, digits, '-', '_' and '.', at most 64");
    }

    @Test
    void neverRepeatsASecretThatStandsInAFile() {
        folder.replace("shop/system.yaml", "${SHOP_PASSWORD}", "hunter2");
        folder.write("shop/test.env", "hunter2\n");

        assertThat(folder.problems())
                .isNotEmpty()
                .noneMatch(problem -> problem.contains("hunter2"));
    }
}
