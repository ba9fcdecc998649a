package io.firedrill.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Changes {@code findings.yaml} as a person would: what stands in it already, comments too, stays
 * as it is. What would not be read without problems is not written.
 */
public final class FindingsLedger {
    /** What the file begins with where there is none yet. */
    static final String HEAD = "# Known gaps: what drills showed, who closes it, and until when."
            + " scenarios/README.md, findings.yaml.\nfindings:\n";

    private static final Pattern NONE =
            Pattern.compile("(?m)^findings:[ ]*(\\[[ ]*]|~|null)?[ ]*$");
    private static final Pattern ITEM = Pattern.compile("( *- +)[A-Za-z].*");
    private static final ObjectMapper QUOTES = new ObjectMapper();
    private static final int FIRST_OF_YEAR = 1;

    private final Path file;
    private final Reading reading;

    /**
     * Takes a ledger.
     *
     * @param folder the folder of the systems
     * @param reading what was read from it
     */
    public FindingsLedger(Path folder, Reading reading) {
        this.file = folder.resolve(Folders.FINDINGS_FILE);
        this.reading = reading;
    }

    /** Gives the file, which need not be there. */
    public Path file() {
        return file;
    }

    /** Gives an id that no finding has: the year, and a number. */
    public String nextId(LocalDate day) {
        int number = FIRST_OF_YEAR;
        while (find(id(day, number)).isPresent()) {
            number++;
        }
        return id(day, number);
    }

    private static String id(LocalDate day, int number) {
        return String.format(Locale.ROOT, "F-%d-%03d", day.getYear(), number);
    }

    /** Finds a finding by its id. */
    public Optional<Finding> find(String id) {
        return reading.findings().stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst();
    }

    /**
     * Adds a finding at the end.
     *
     * @param values keys and values as they are to stand in it, in order
     * @return why it was not written; empty where it was
     */
    public List<Problem> add(Map<String, String> values) {
        String text = Files.exists(file) ? text() : HEAD;
        String begun = NONE.matcher(text).replaceFirst("findings:");
        String end = begun.endsWith("\n") ? "" : "\n";
        return write(begun + end + entry(dash(begun), values));
    }

    /** What the items of a list begin with there. */
    private static String dash(String text) {
        return text.lines()
                .map(ITEM::matcher)
                .filter(Matcher::matches)
                .map(item -> item.group(1))
                .findFirst()
                .orElse("  - ");
    }

    private static String entry(String dash, Map<String, String> values) {
        StringBuilder entry = new StringBuilder();
        values.forEach(
                (key, value) -> entry.append(entry.isEmpty() ? dash : " ".repeat(dash.length()))
                        .append(key)
                        .append(": ")
                        .append(scalar(value))
                        .append('\n'));
        return entry.toString();
    }

    /** A JSON string is one of YAML as well. */
    private static String scalar(String value) {
        boolean plain = value.matches("[A-Za-z0-9][A-Za-z0-9./_-]*");
        if (plain && !value.equalsIgnoreCase("null")) {
            return value;
        }
        try {
            return QUOTES.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a text can not be quoted", e);
        }
    }

    /**
     * Closes a finding.
     *
     * @param retest what showed that it is closed
     * @return why it was not written; empty where it was
     */
    public List<Problem> close(Finding finding, LocalDate on, String retest) {
        List<String> lines = new ArrayList<>(text().lines().toList());
        Matcher item = ITEM.matcher(lines.get(finding.line() - 1));
        if (!item.matches()) {
            return List.of(new Problem(
                    file,
                    finding.line(),
                    0,
                    "finding " + Quote.of(finding.id()) + " does not begin with '- ' and a key",
                    "",
                    "Add 'closed' and 'retest' by hand"));
        }
        int indent = item.group(1).length();
        int last = finding.line() - 1;
        for (int at = finding.line(); at < lines.size() && within(lines.get(at), indent); at++) {
            last = isText(lines.get(at)) ? at : last;
        }
        String margin = " ".repeat(indent);
        lines.add(last + 1, margin + "closed: " + on);
        lines.add(last + 2, margin + "retest: " + scalar(retest));
        return write(String.join("\n", lines) + "\n");
    }

    private static boolean within(String line, int indent) {
        return !isText(line) || line.indexOf(line.strip()) >= indent;
    }

    private static boolean isText(String line) {
        return !line.isBlank() && !line.strip().startsWith("#");
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can not be read", e);
        }
    }

    private List<Problem> write(String text) {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            List<Problem> problems = problems(part);
            if (problems.isEmpty()) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return problems;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can not be written", e);
        } finally {
            remove(part);
        }
    }

    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(part + " can not be removed", e);
        }
    }

    private List<Problem> problems(Path part) {
        Problems problems = new Problems(part);
        Map<String, Scenario> drills = reading.drills().stream()
                .collect(Collectors.toMap(Scenario::id, Function.identity()));
        YamlFile.plain(problems)
                .map(it -> it.fields(Shapes.FINDINGS))
                .ifPresent(fields -> new FindingsBinder(part, drills).bind(fields));
        return problems.list().stream().map(this::ofTheFile).toList();
    }

    private Problem ofTheFile(Problem problem) {
        return new Problem(
                file,
                problem.line(),
                problem.column(),
                problem.what(),
                problem.allowed(),
                problem.hint());
    }
}
