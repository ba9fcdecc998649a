package io.firedrill.observe.people;

import io.firedrill.DrillException;
import io.firedrill.journal.DrillClock;
import io.firedrill.journal.JournalException;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The person at the terminal: what is asked is printed there with a number, and a line that begins
 * with the number, or with the answer where one thing is asked only, answers it. The terminal is
 * read when a line is there and never waited for, so that it stays as it is, and ^C works.
 */
public final class AnswerTerminal implements People {
    /** The terminal of whoever started this process. */
    public static final Path TTY = Path.of("/dev/tty");

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final int LONGEST_LINE = 1_000;

    private final InputStream in;
    private final PrintStream out;
    private final DrillClock clock;
    private final List<Asking> shown = new CopyOnWriteArrayList<>();
    private final Map<Integer, String> printed = new HashMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private volatile boolean closed;

    private AnswerTerminal(InputStream in, PrintStream out, DrillClock clock) {
        this.in = in;
        this.out = out;
        this.clock = clock;
    }

    /** Says whether a terminal opens here, so that a person can be there. */
    public static boolean opens(Path tty) {
        try (InputStream in = new FileInputStream(tty.toFile())) {
            return in.available() >= 0;
        } catch (IOException e) {
            return false; // nobody is there
        }
    }

    /**
     * Opens the terminal.
     *
     * @throws DrillException where none opens
     */
    public static AnswerTerminal open(Path tty, DrillClock clock) {
        try {
            InputStream in = new FileInputStream(tty.toFile());
            PrintStream out = new PrintStream(
                    new FileOutputStream(tty.toFile()), true, StandardCharsets.UTF_8);
            return on(in, out, clock);
        } catch (IOException e) {
            throw new DrillException("no terminal opens, so nobody can be asked there", e);
        }
    }

    /** Asks on a stream, and reads the answers from another one. */
    static AnswerTerminal on(InputStream in, PrintStream out, DrillClock clock) {
        AnswerTerminal terminal = new AnswerTerminal(in, out, clock);
        Thread thread = new Thread(terminal::keepAsking, "firedrill-terminal");
        thread.setDaemon(true);
        thread.start();
        return terminal;
    }

    @Override
    public String way() {
        return "terminal";
    }

    @Override
    public void show(Asking asking) {
        shown.add(asking);
    }

    private void keepAsking() {
        try (in;
                out) {
            while (!closed) {
                print();
                read();
                clock.waitUntil(clock.nanos() + LOOK.toNanos());
            }
        } catch (IOException e) {
            closed = true; // the terminal is gone, and whoever sat there; nothing is answered
        }
    }

    /** Prints what is asked and was not printed yet. */
    private void print() {
        for (int number = 0; number < shown.size(); number++) {
            String text = shown.get(number).open().map(AnswerTerminal::words).orElse("");
            if (!text.equals(printed.put(number, text)) && !text.isEmpty()) {
                out.println("[" + (number + 1) + "] " + text);
            }
        }
    }

    private static String words(Asking.Open open) {
        String answers = open.there()
                ? "Type: " + String.join(" or ", open.answers()) + ", and a note if you like"
                : open.role() + " is absent in this drill, so nobody can answer yet";
        return clean(open.drill() + " asks " + open.role() + " (" + open.place() + "): ")
                + clean(open.text()) + System.lineSeparator() + "    " + clean(answers);
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
    }

    private void read() throws IOException {
        for (int left = in.available(); left > 0; left--) {
            int next = in.read();
            if (next == '\n') {
                String typed = line.toString(StandardCharsets.UTF_8);
                line.reset();
                answer(typed.strip());
            } else if (next >= 0 && line.size() < LONGEST_LINE) {
                line.write(next);
            }
        }
    }

    private void answer(String typed) {
        if (!typed.isEmpty()) {
            String why = taken(typed).orElse("");
            out.println(why.isEmpty() ? "    Taken." : "    Not taken: " + clean(why) + ".");
        }
    }

    private Optional<String> taken(String typed) {
        List<Integer> open = new ArrayList<>();
        for (int number = 0; number < shown.size(); number++) {
            if (shown.get(number).open().isPresent()) {
                open.add(number);
            }
        }
        if (open.isEmpty()) {
            return Optional.of("nothing is asked at the moment");
        }
        String[] words = typed.split("\\s+", 2);
        boolean numbered = words[0].matches("[0-9]{1,4}") && words.length == 2;
        if (!numbered && open.size() > 1) {
            return Optional.of("several things are asked, so begin with the number of one");
        }
        int number = numbered ? Integer.parseInt(words[0]) - 1 : open.get(0);
        return open.contains(number)
                ? taken(shown.get(number), numbered ? words[1] : typed)
                : Optional.of("nothing that is asked has that number");
    }

    private static Optional<String> taken(Asking asking, String said) {
        Optional<Asking.Open> open = asking.open();
        if (open.isEmpty()) {
            return Optional.of("this was answered before, or is over");
        }
        String answer = open.get().answers().stream()
                .filter(it -> begins(said, it))
                .max(Comparator.comparingInt(String::length))
                .orElse(said);
        String note = said.substring(answer.length()).replaceFirst("^[\\s:,;.]+", "");
        try {
            return asking.take(new Asking.Answer(open.get().line(), answer, note));
        } catch (JournalException e) {
            return Optional.of("it could not be written down");
        }
    }

    private static boolean begins(String said, String answer) {
        return said.regionMatches(true, 0, answer, 0, answer.length())
                && (said.length() == answer.length()
                        || !Character.isLetterOrDigit(said.charAt(answer.length())));
    }

    /** Asks nothing more, and lets go of the terminal. */
    @Override
    public void close() {
        closed = true;
    }
}
