package io.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger of findings, as a person keeps it at the command line. */
class FindingsCommandTests {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TempDir
    private Path root;

    @BeforeEach
    void aSystem() throws IOException {
        Folders.copy(Path.of("scenarios/pocket"), root.resolve("pocket"));
    }

    private Screen findings(String... args) {
        List<String> all = new ArrayList<>(List.of("findings"));
        all.addAll(List.of(args));
        all.addAll(List.of("--scenarios", root.toString()));
        return new Screen().run(all.toArray(String[]::new));
    }

    private Screen add(String objective, LocalDate due) {
        return findings(
                "add",
                "--drill",
                "pocket/primary-lost",
                "--objective",
                objective,
                "--what",
                "It takes \"long\": too long.",
                "--class",
                "design",
                "--severity",
                "critical",
                "--owner",
                "the payments team",
                "--due",
                due.toString());
    }

    private String ledger() throws IOException {
        return Files.readString(root.resolve("findings.yaml"));
    }

    @Test
    void aFindingIsAddedListedAndClosed() throws IOException {
        Screen added = add("recovery", TODAY.plusDays(3));
        assertThat(added.text()).startsWith("Added F-" + TODAY.getYear() + "-001 to ");
        assertThat(added.exit()).isEqualTo(Exit.FINE);
        String id = "F-" + TODAY.getYear() + "-001";

        Screen listed = findings("list");
        assertThat(listed.text())
                .isEqualTo(id + "  OPEN until " + TODAY.plusDays(3) + ", 3 days left  "
                        + "pocket/primary-lost/recovery  critical, the payments team:"
                        + " It takes \"long\": too long.\n");
        assertThat(listed.exit()).isEqualTo(Exit.FINE);

        Screen closed = findings("close", id, "--retest", "0.6 s on that day");
        assertThat(closed.text()).isEqualTo("Closed " + id + "\n");
        assertThat(ledger())
                .endsWith("    closed: " + TODAY + "\n    retest: \"0.6 s on that day\"\n");
        assertThat(findings("list").text()).startsWith(id + "  CLOSED on " + TODAY);
    }

    @Test
    void whatStandsInTheFileStays() throws IOException {
        add("recovery", TODAY.plusDays(3));
        Files.writeString(
                root.resolve("findings.yaml"),
                ledger() + "    # why: see the review\n\n  # the next one\n");
        add("data-loss", TODAY.plusDays(3));
        String before = ledger();

        Screen closed = findings(
                "close", "F-" + TODAY.getYear() + "-001", "--retest", "held in all of ten runs");

        assertThat(closed.exit()).isEqualTo(Exit.FINE);
        String added = "    closed: " + TODAY + "\n    retest: \"held in all of ten runs\"\n";
        assertThat(ledger().replace(added, "")).isEqualTo(before);
        assertThat(ledger().indexOf(added)).isLessThan(ledger().indexOf("# why: see the review"));
    }

    @Test
    void aFindingThatWouldNotBeReadIsNotWritten() throws IOException {
        add("recovery", TODAY.plusDays(3));
        String before = ledger();

        Screen twice = add("recovery", TODAY.plusDays(4));
        Screen unknown = add("recovry", TODAY.minusDays(1));

        assertThat(twice.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(twice.text())
                .contains("findings.yaml:", "there is an open finding on", "nothing was changed");
        assertThat(unknown.text())
                .contains("Did you mean 'recovery'?", "before the finding was made")
                .endsWith("2 problems in 1 file; nothing was changed\n");
        assertThat(ledger()).isEqualTo(before);
        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("pocket", "findings.yaml");
        }
    }

    @Test
    void onlyWhatIsOpenIsClosed() {
        add("recovery", TODAY.plusDays(3));

        Screen unknown = findings("close", "F-7", "--retest", "it held");

        assertThat(unknown.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(unknown.text())
                .endsWith(": there is no finding 'F-7'; open: F-" + TODAY.getYear() + "-001\n");
    }

    @Test
    void anotherIndentIsKept() throws IOException {
        add("recovery", TODAY.plusDays(3));
        Files.writeString(root.resolve("findings.yaml"), ledger().replaceAll("(?m)^  ", ""));

        assertThat(add("data-loss", TODAY).exit()).isEqualTo(Exit.FINE);

        assertThat(ledger()).contains("\n- id: F-" + TODAY.getYear() + "-002\n  drill: ");
    }

    @Test
    void anEmptyLedgerIsFilled() throws IOException {
        Files.writeString(root.resolve("findings.yaml"), "# ours\nfindings: []\n");

        assertThat(add("recovery", TODAY).exit()).isEqualTo(Exit.FINE);

        assertThat(ledger()).startsWith("# ours\nfindings:\n  - id: F-");
        assertThat(findings("list").text()).contains("OPEN until " + TODAY + ", 0 days left");
    }

    @Test
    void aLedgerWithProblemsIsNotTouched() throws IOException {
        Files.writeString(root.resolve("findings.yaml"), "findings:\n  - nothing\n");

        Screen screen = add("recovery", TODAY);

        assertThat(screen.exit()).isEqualTo(Exit.PROBLEMS);
        assertThat(ledger()).isEqualTo("findings:\n  - nothing\n");
    }
}
