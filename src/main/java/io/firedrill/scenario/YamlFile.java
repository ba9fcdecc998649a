package io.firedrill.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * A file as a tree of YAML nodes with their places. Nothing is constructed from it, so that no tag
 * can make anything run; every bound that it exceeds is a problem, never a {@link Throwable}.
 */
final class YamlFile {
    private static final int MOST_BYTES = 256 * 1024;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setMaxAliasesForCollections(200)
            .setCodePointLimit(MOST_BYTES + 1)
            .build();

    private final Problems problems;
    private final boolean anyTag;

    private YamlFile(Problems problems, boolean anyTag) {
        this.problems = problems;
        this.anyTag = anyTag;
    }

    /** Reads one of our own files: plain YAML without tags. */
    static Optional<Value> plain(Problems problems) {
        return new YamlFile(problems, false).read();
    }

    /** Reads a file of somebody else's format, in which tags are left to their owner. */
    static Optional<Value> foreign(Problems problems) {
        return new YamlFile(problems, true).read();
    }

    /** Reads a text file as UTF-8 within the bounds of size. */
    static Optional<String> text(Problems problems) {
        Path file = problems.file();
        try {
            if (!Files.isRegularFile(file)) {
                problems.whole("is no file that can be read", "", "");
                return Optional.empty();
            }
            return decode(head(file), problems);
        } catch (CharacterCodingException e) {
            problems.whole("is not UTF-8", "files are text in UTF-8", "");
        } catch (IOException e) {
            problems.whole("cannot be read: " + e.getClass().getSimpleName(), "", "");
        }
        return Optional.empty();
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MOST_BYTES + 1);
        }
    }

    private static Optional<String> decode(byte[] bytes, Problems problems)
            throws CharacterCodingException {
        if (bytes.length > MOST_BYTES) {
            problems.whole("is too large", "at most " + MOST_BYTES / 1024 + " KiB", "");
            return Optional.empty();
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            int line = (int) text.substring(0, zero).lines().count();
            problems.add(new Problem(
                    problems.file(), Math.max(1, line), 0, "holds a NUL character", "", ""));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private Optional<Value> read() {
        return text(problems)
                .flatMap(this::compose)
                .map(node -> new Value(node, "the file", problems));
    }

    // Whatever the parser throws at hostile input is a problem of the file.
    @SuppressWarnings("IllegalCatch")
    private Optional<Node> compose(String text) {
        try {
            StreamReader reader = new StreamReader(SETTINGS, text);
            BoundedParser parser = new BoundedParser(new ParserImpl(SETTINGS, reader));
            Optional<Node> root = new Composer(SETTINGS, parser).getSingleNode();
            if (root.isEmpty()) {
                problems.whole("is empty", "", "");
            }
            return root.flatMap(new NodeGuard(problems, anyTag)::passed);
        } catch (MarkedYamlEngineException e) {
            problems.add(located(e));
        } catch (YamlEngineException e) {
            problems.whole("is not YAML: " + firstLine(String.valueOf(e.getMessage())), "", "");
        } catch (RuntimeException e) {
            problems.whole(
                    "is not YAML: the parser gave up (" + e.getClass().getSimpleName() + ")",
                    "",
                    "");
        }
        return Optional.empty();
    }

    private Problem located(MarkedYamlEngineException e) {
        var mark = e.getProblemMark().or(e::getContextMark);
        int line = mark.map(it -> it.getLine() + 1).orElse(0);
        int column = mark.map(it -> it.getColumn() + 1).orElse(0);
        String context =
                e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ": ";
        String what = "is not YAML: " + context + firstLine(String.valueOf(e.getProblem()));
        return new Problem(problems.file(), line, column, what, "", "");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    }
}
