package io.firedrill.cli;

import io.firedrill.DrillException;
import io.firedrill.evidence.History;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.Terminal;
import io.firedrill.evidence.archive.Archive;
import io.firedrill.evidence.archive.ArchiveCheck;
import io.firedrill.evidence.seal.PackVerifier;
import io.firedrill.evidence.seal.Packs;
import io.firedrill.evidence.seal.SeriesCheck;
import io.firedrill.evidence.seal.Verification;
import io.firedrill.evidence.seal.Verification.Facts;
import io.firedrill.evidence.seal.Verification.State;
import io.firedrill.evidence.seal.VerifyingKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether packs are as they were sealed. */
final class VerifyCommand {
    private final Terminal terminal;
    private final Given given;

    /**
     * What it is called with.
     *
     * @param key file of the public key that packs must be signed with
     * @param history folder of the history that packs must be part of
     * @param json whether to answer in JSON
     */
    record Given(@Nullable Path key, @Nullable Path history, boolean json) {}

    VerifyCommand(Terminal terminal, Given given) {
        this.terminal = terminal;
        this.given = given;
    }

    /** Gives the exit code. */
    int run(List<Path> folders) {
        Optional<VerifyingKey> expected;
        try {
            expected = Optional.ofNullable(given.key()).map(VerifyingKey::read);
        } catch (DrillException e) {
            terminal.line(String.valueOf(e.getMessage()));
            return Exit.USAGE;
        }
        Path history = given.history();
        if (history != null && !Files.isDirectory(history)) {
            terminal.line(history + ": there is no such folder; needed: that of the history, such"
                    + " as reports/history");
            return Exit.USAGE;
        }
        PackVerifier verifier = new PackVerifier(expected);
        SeriesCheck series =
                history == null ? SeriesCheck.alone() : SeriesCheck.of(new History(history));
        List<Verification> all =
                series.over(Packs.of(folders).stream().map(verifier::verify).toList());
        List<ArchiveCheck.Line> runs = folders.stream()
                .filter(Archive::is)
                .flatMap(archive -> ArchiveCheck.of(archive).stream())
                .toList();
        if (given.json()) {
            json(all, runs).lines().forEach(terminal::line);
        } else {
            runs.forEach(this::tell);
            all.forEach(this::tell);
            total(all);
        }
        boolean changed = runs.stream().anyMatch(it -> it.state() == ArchiveCheck.State.CHANGED);
        return changed ? Exit.PROBLEMS : exit(all);
    }

    private void tell(ArchiveCheck.Line run) {
        String state = switch (run.state()) {
            case WHOLE -> "whole  ";
            case OPEN -> "NO END ";
            case CHANGED -> "CHANGED";
        };
        terminal.line(state + " " + run.run() + " (" + run.said() + ")");
        run.findings().forEach(finding -> terminal.line("  " + finding));
    }

    private static int exit(List<Verification> all) {
        if (all.stream().anyMatch(it -> it.state() == State.CHANGED)) {
            return Exit.PROBLEMS;
        }
        return all.stream().anyMatch(it -> it.state() == State.UNKNOWN) ? Exit.UNKNOWN : Exit.FINE;
    }

    private void tell(Verification pack) {
        String facts = pack.facts().map(VerifyCommand::inWords).orElse("");
        terminal.line(state(pack) + " " + pack.pack() + facts);
        pack.findings().forEach(finding -> terminal.line("  " + finding.text()));
        pack.notes().forEach(note -> terminal.line("  " + note));
    }

    private static String inWords(Facts facts) {
        return " (" + facts.drill() + ", " + facts.verdict() + ", "
                + Counted.of(facts.files(), "file") + ", " + Counted.of(facts.records(), "record")
                + ", "
                + facts.signer().map(key -> "signed by key " + key).orElse("UNSIGNED") + ")";
    }

    private static String state(Verification pack) {
        return switch (pack.state()) {
            case INTACT -> "intact ";
            case CHANGED -> "CHANGED";
            case UNKNOWN -> "unknown";
        };
    }

    private void total(List<Verification> all) {
        terminal.line(Counted.of(all.size(), "pack") + ": " + count(all, State.INTACT)
                + " intact, " + count(all, State.CHANGED) + " changed, "
                + count(all, State.UNKNOWN) + " unknown");
        boolean unsigned = all.stream()
                .anyMatch(
                        pack -> pack.facts().filter(it -> it.signer().isEmpty()).isPresent());
        if (unsigned) {
            terminal.line("Unsigned: whoever can write to such a pack can make all of it anew."
                    + " Then only the next pack of its drill or the history (--history) shows it");
        } else if (given.key() == null && count(all, State.INTACT) > 0) {
            terminal.line("Signed by the keys above; whose they are says only --key, with a public"
                    + " key that you have from its owner");
        }
    }

    private static long count(List<Verification> all, State state) {
        return all.stream().filter(it -> it.state() == state).count();
    }

    private static String json(List<Verification> all, List<ArchiveCheck.Line> runs) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", "firedrill-verify/1");
        map.put("packs", all.stream().map(VerifyCommand::json).toList());
        map.put("runs", runs.stream().map(VerifyCommand::json).toList());
        return SummaryFile.json(map);
    }

    private static Map<String, Object> json(ArchiveCheck.Line run) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("run", run.run());
        map.put("state", run.state().name().toLowerCase(Locale.ROOT));
        map.put("said", run.said());
        map.put("findings", run.findings());
        return map;
    }

    private static Map<String, @Nullable Object> json(Verification pack) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("pack", pack.pack().toString().replace('\\', '/'));
        map.put("state", pack.state().name().toLowerCase(Locale.ROOT));
        pack.facts().ifPresent(facts -> {
            map.put("drill", facts.drill());
            map.put("verdict", facts.verdict());
            map.put("digest", facts.digest());
            map.put("earlier", facts.earlier().orElse(null));
            map.put("signer", facts.signer().orElse(null));
            map.put("files", facts.files());
            map.put("records", facts.records());
        });
        map.put("findings", pack.findings());
        map.put("notes", pack.notes());
        return map;
    }
}
