package io.firedrill.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain of hashes of a journal, followed from its first line as far as it holds: says where a
 * journal was changed, and how.
 *
 * @param records how many lines hold
 * @param last the hash of the last of these; 64 zeros where none holds
 * @param broken the first line that does not hold; empty where the whole file does
 */
public record JournalChain(long records, String last, Optional<Break> broken) {
    private static final Pattern INDEX = Pattern.compile("\\{\"index\":([0-9]{1,18}),");

    /** What a line says that does not say which record it is. */
    private static final long NONE = -1;

    /**
     * Where the chain breaks.
     *
     * @param line its number, from 1; the event has the index before that, from 0
     * @param what what is wrong there, a sentence
     * @param cutOff true where only the last record is not whole, as a crash leaves it
     */
    public record Break(long line, String what, boolean cutOff) {}

    /** Follows the chain of a journal, given as the bytes of its file. */
    public static JournalChain of(byte[] journal) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < journal.length; at++) {
            if (journal[at] == '\n') {
                lines.add(text(journal, from, at));
                from = at + 1;
            }
        }
        JournalChain chain = of(lines);
        if (chain.broken.isPresent() || from == journal.length) {
            return chain;
        }
        String what = "the record is cut off: the end of its line is missing";
        return new JournalChain(
                chain.records, chain.last, Optional.of(new Break(lines.size() + 1L, what, true)));
    }

    private static JournalChain of(List<String> lines) {
        JournalLines chain = new JournalLines();
        String last = JournalLines.GENESIS;
        for (int at = 0; at < lines.size(); at++) {
            Optional<String> next = chain.next(lines.get(at), last);
            if (next.isEmpty() || index(lines, at) != at) {
                return new JournalChain(
                        at, last, Optional.of(new Break(at + 1L, what(lines, at), false)));
            }
            last = next.get();
        }
        return new JournalChain(lines.size(), last, Optional.empty());
    }

    /**
     * Bytes that are no UTF-8 are read as single characters: no such line is one that was written.
     */
    private static String text(byte[] journal, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(journal, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(journal, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** Tells a change in place from a record that is missing, moved, or one too many. */
    private static String what(List<String> lines, int at) {
        long says = index(lines, at);
        if (says > at && says < lines.size() && index(lines, (int) says) == at) {
            return "events #" + at + " and #" + says + " have changed places";
        }
        long next = index(lines, at + 1);
        if (next != at + 1L && says == at - 1L) {
            return "event #" + says + " is there twice";
        }
        if (next == at) {
            return "a record is there that does not belong here";
        }
        if (says > at && next != at + 1L) {
            return "event #" + at + " is missing";
        }
        return "event #" + at + " was changed";
    }

    private static long index(List<String> lines, int at) {
        if (at >= lines.size()) {
            return NONE;
        }
        Matcher matcher = INDEX.matcher(lines.get(at));
        return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : NONE;
    }
}
