package io.firedrill.cli;

import io.firedrill.check.Judge;
import io.firedrill.evidence.SummaryFile;
import io.firedrill.evidence.Terminal;
import io.firedrill.evidence.seal.Judgement;
import io.firedrill.evidence.seal.Judgement.State;
import io.firedrill.evidence.seal.PackJudge;
import io.firedrill.evidence.seal.Packs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges packs again and says whether they say the same. */
final class JudgeCommand {
    private final Terminal terminal;
    private final boolean json;

    JudgeCommand(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Gives the exit code. */
    int run(List<Path> folders) {
        PackJudge judge = new PackJudge(Judge.withAllChecks());
        List<Judgement> all = Packs.of(folders).stream().map(judge::judge).toList();
        if (json) {
            json(all).lines().forEach(terminal::line);
        } else {
            all.forEach(this::tell);
            terminal.line(Counted.of(all.size(), "pack") + ": " + count(all, State.EQUAL)
                    + " equal, " + count(all, State.DIFFERS) + " different, "
                    + count(all, State.UNKNOWN) + " unknown");
        }
        return exit(all);
    }

    private static int exit(List<Judgement> all) {
        if (count(all, State.DIFFERS) > 0) {
            return Exit.PROBLEMS;
        }
        return count(all, State.UNKNOWN) > 0 ? Exit.UNKNOWN : Exit.FINE;
    }

    private void tell(Judgement pack) {
        String drill = pack.drill().isEmpty() ? "" : " (" + pack.drill() + ")";
        String judged = pack.state() == State.EQUAL ? ": " + pack.judged() : "";
        terminal.line(state(pack) + " " + pack.pack() + drill + judged);
        pack.differences().forEach(difference -> terminal.line("  " + difference));
        pack.notes().forEach(note -> terminal.line("  " + note));
    }

    private static String state(Judgement pack) {
        return switch (pack.state()) {
            case EQUAL -> "equal  ";
            case DIFFERS -> "DIFFERS";
            case UNKNOWN -> "unknown";
        };
    }

    private static long count(List<Judgement> all, State state) {
        return all.stream().filter(it -> it.state() == state).count();
    }

    private static String json(List<Judgement> all) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("format", "firedrill-judge/1");
        map.put("packs", all.stream().map(JudgeCommand::json).toList());
        return SummaryFile.json(map);
    }

    private static Map<String, @Nullable Object> json(Judgement pack) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("pack", pack.pack().toString().replace('\\', '/'));
        map.put("state", pack.state().name().toLowerCase(Locale.ROOT));
        map.put("drill", pack.drill());
        map.put("written", pack.written());
        map.put("judged", pack.judged());
        map.put("differences", pack.differences());
        map.put("notes", pack.notes());
        return map;
    }
}
