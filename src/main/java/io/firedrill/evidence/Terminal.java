package io.firedrill.evidence;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The person in front: a few lines drawn again and again where a terminal opens, else plain lines
 * on standard output. The only class that writes there. Safe for use by several threads.
 */
public final class Terminal implements AutoCloseable {
    private static final Path TTY = Path.of("/dev/tty");
    private static final int USUAL_WIDTH = 100;
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final String UP = "\u001b[1A";

    private final PrintStream out;
    private final boolean live;
    private final boolean colours;
    private final int width;
    private int drawn;

    private Terminal(PrintStream out, boolean live, boolean colours, int width) {
        this.out = out;
        this.live = live;
        this.colours = colours;
        this.width = width;
    }

    /**
     * Opens the terminal, or standard output where there is none or plain lines are wanted.
     *
     * @param environment the process's environment: {@code NO_COLOR} and {@code TERM} are looked at
     */
    public static Terminal open(boolean plain, Map<String, String> environment) {
        if (plain || environment.containsKey("CI") || "dumb".equals(environment.get("TERM"))) {
            return on(System.out);
        }
        try {
            PrintStream tty = new PrintStream(
                    new FileOutputStream(TTY.toFile()), true, StandardCharsets.UTF_8);
            boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty();
            return new Terminal(tty, true, colours, columns());
        } catch (IOException e) {
            return on(System.out);
        }
    }

    /** Writes plain lines to a stream. */
    public static Terminal on(PrintStream out) {
        return new Terminal(out, false, false, USUAL_WIDTH);
    }

    /** Draws to a stream as to a terminal with colours. */
    static Terminal drawingOn(PrintStream out, int width) {
        return new Terminal(out, true, true, width);
    }

    private static int columns() {
        try {
            Process asked = new ProcessBuilder("stty", "size")
                    .redirectInput(TTY.toFile())
                    .redirectErrorStream(true)
                    .start();
            asked.waitFor(1, TimeUnit.SECONDS);
            String answer =
                    new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int columns = Integer.parseInt(answer.strip().split(" ", -1)[1]);
            return columns > 20 ? columns : USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return USUAL_WIDTH;
        }
    }

    /** Says whether lines are drawn again and again. */
    public boolean live() {
        return live;
    }

    /** Draws lines over those drawn before; does nothing on plain output. */
    public synchronized void draw(List<String> lines) {
        if (live) {
            StringBuilder text = new StringBuilder(clearing());
            lines.forEach(line -> text.append(CLEAR_LINE).append(cut(line)).append('\n'));
            out.print(text);
            out.flush();
            drawn = lines.size();
        }
    }

    /** Writes a line that stays, above those that are drawn again. */
    public synchronized void line(String line) {
        if (live) {
            out.print(clearing());
            drawn = 0;
        }
        out.println(line);
        out.flush();
    }

    private String clearing() {
        return (UP + CLEAR_LINE).repeat(drawn);
    }

    private String cut(String line) {
        return line.length() < width ? line : line.substring(0, width - 2) + "\u2026";
    }

    /** Paints a word where there are colours. */
    public String paint(Colour colour, String text) {
        return colours ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
    }

    /** The few colours used. */
    public enum Colour {
        GREEN(32),
        RED(31),
        YELLOW(33),
        BOLD(1);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /** Gives the terminal back; standard output stays open. */
    @Override
    public synchronized void close() {
        if (live) {
            out.close();
        }
    }
}
