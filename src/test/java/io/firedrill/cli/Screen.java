package io.firedrill.cli;

import io.firedrill.evidence.Terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The command line with what it would print. */
final class Screen {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int exit = -1;

    /** Runs a command. */
    Screen run(String... args) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        exit = new Firedrill(Terminal.on(out), Map.of()).run(args);
        return this;
    }

    int exit() {
        return exit;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
