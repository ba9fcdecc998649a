package io.firedrill.observe.people;

import static io.firedrill.observe.people.Prompts.decision;
import static io.firedrill.observe.people.Prompts.procedure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firedrill.journal.Event;
import io.firedrill.journal.SystemClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The person at the terminal, played by the test. */
class AnswerTerminalTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Prompts drill = new Prompts();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PipedOutputStream keyboard = new PipedOutputStream();
    private AnswerTerminal terminal;

    @BeforeEach
    void open() throws IOException {
        PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
        terminal = AnswerTerminal.on(new PipedInputStream(keyboard), out, new SystemClock());
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        keyboard.close();
    }

    private void type(String line) throws IOException {
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    private void awaitScreen(String text) {
        await().alias("the screen shows " + text)
                .atMost(PATIENCE)
                .until(() -> screen.toString(StandardCharsets.UTF_8).contains(text));
    }

    private List<String> details() {
        return drill.events.stream()
                .filter(Event.PersonActed.class::isInstance)
                .map(event -> ((Event.PersonActed) event).detail())
                .toList();
    }

    @Test
    void whatIsAskedIsPrintedAndATypedLineAnswersIt() throws IOException {
        terminal.show(drill.ask(decision(false, Optional.empty()), terminal.way()));
        awaitScreen("[1] shop/lost asks lead (decision): Shall <b>we</b>?");
        awaitScreen("Type: go ahead or wait, and a note if you like");

        type("Go ahead, it is safe");

        awaitScreen("Taken.");
        assertThat(details()).containsExactly("go ahead: it is safe");
    }

    @Test
    void whatIsNoAnswerIsNotTakenAndSaysWhy() throws IOException {
        type("wait");
        awaitScreen("Not taken: nothing is asked at the moment.");
        terminal.show(drill.ask(decision(false, Optional.empty()), terminal.way()));

        type("waiting");

        awaitScreen("Not taken: the answers are: go ahead, wait.");
        assertThat(details()).isEmpty();
    }

    @Test
    void severalThingsAreToldApartByTheirNumber() throws IOException {
        terminal.show(drill.ask(decision(false, Optional.empty()), terminal.way()));
        terminal.show(drill.ask(procedure(Optional.empty()), terminal.way()));
        awaitScreen("[2] shop/lost asks operator (decision, line 1 of 2): Stop the batch");

        type("wait");
        awaitScreen("Not taken: several things are asked, so begin with the number of one.");
        type("3 wait");
        awaitScreen("Not taken: nothing that is asked has that number.");
        type("2 skip: it had stopped");

        awaitScreen("[2] shop/lost asks operator (decision, line 2 of 2): Start the host");
        assertThat(details()).containsExactly("it had stopped");
    }

    @Test
    void aTerminalOpensOnlyWhereThereIsOne(@TempDir Path folder) {
        assertThat(AnswerTerminal.opens(folder.resolve("no-tty"))).isFalse();
    }
}
