package io.firedrill.cli;

import io.firedrill.evidence.Terminal;
import io.firedrill.scenario.ComposeOutline;
import io.firedrill.scenario.Reading;
import io.firedrill.scenario.ScenarioReader;
import io.firedrill.scenario.draft.ComposeChoice;
import io.firedrill.scenario.draft.FirstDraft;
import io.firedrill.scenario.draft.FirstFiles;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the first files of a system and says what to do next. */
final class InitCommand {
    private final Terminal terminal;
    private final Map<String, String> environment;

    InitCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Gives the exit code. */
    int run(List<Path> given) {
        ComposeChoice choice = ComposeChoice.of(given);
        ComposeOutline outline = ComposeOutline.read(choice.files(), environment);
        if (!outline.problems().isEmpty()) {
            outline.problems().forEach(problem -> terminal.line(problem.toString()));
            terminal.line("Nothing was written.");
            return Exit.PROBLEMS;
        }
        if (outline.parts().values().stream().noneMatch(part -> part.started())) {
            terminal.line(choice.files().get(0) + " defines no service that is started, so there is"
                    + " nothing to drill");
            return Exit.PROBLEMS;
        }
        FirstDraft draft = FirstDraft.of(choice.system(), choice.names(), outline);
        List<Path> written = FirstFiles.write(choice.folder(), draft, AtHand.vocabulary());
        written.forEach(file -> terminal.line("wrote " + file));
        list("Guessed, so have a look:", draft.guesses());
        list("Not found out:", draft.open());
        return next(choice.folder());
    }

    private void list(String head, List<String> items) {
        if (!items.isEmpty()) {
            terminal.line(head);
            items.forEach(item -> terminal.line("  - " + item));
        }
    }

    private int next(Path folder) {
        Reading reading = new ScenarioReader().read(List.of(folder), AtHand.vocabulary());
        reading.problems().forEach(problem -> terminal.line(problem.toString()));
        if (!reading.problems().isEmpty()) {
            terminal.line(ValidateCommand.counted(reading.problems())
                    + ". Mend these, then run: validate " + folder);
            return Exit.PROBLEMS;
        }
        terminal.line("No problems. Next: edit what is guessed, see what the drill will do with"
                + " 'explain', then run it with -Dfiredrill.scenarios="
                + folder.toAbsolutePath().normalize());
        return Exit.FINE;
    }
}
