package io.firedrill.topology;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines of UTF-8. A line longer than {@link #LONGEST} bytes is handed
 * on cut off there, so that a program gone wild can not fill our heap. Used by one thread.
 */
public final class LineCutter {
    /** Bytes of a line that are kept. */
    public static final int LONGEST = 16 << 10;

    private final Consumer<String> lines;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    /** Makes one that hands each line, without its end, to the consumer. */
    public LineCutter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** Takes the first {@code length} of some bytes in. */
    public void take(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            if (bytes[at] == '\n') {
                end();
            } else if (line.size() < LONGEST) {
                line.write(bytes[at]);
            }
        }
    }

    /** Hands on what came after the last end of a line, where there is anything. */
    public void finish() {
        if (line.size() > 0) {
            end();
        }
    }

    private void end() {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        lines.accept(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
