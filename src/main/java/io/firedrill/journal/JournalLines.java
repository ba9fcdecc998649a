package io.firedrill.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Turns entries into lines of {@code journal.jsonl} and back.
 *
 * <p>A line is the entry as JSON with one more member at its end, {@code "hash"}: SHA-256, in hex,
 * of the hash of the line before (64 zeros for the first) followed by the JSON without that member.
 * A line that is changed, left out, moved or put in breaks the chain at its place.
 */
final class JournalLines {
    /** What the first line's hash starts from. */
    static final String GENESIS = "0".repeat(64);

    private static final String HASH = ",\"hash\":\"";
    private static final int TAIL = HASH.length() + GENESIS.length() + "\"}".length();

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** A line and the hash that the next one starts from. */
    record Line(String text, String hash) {}

    /** An entry read back and the hash that the next line starts from. */
    record Read(Entry entry, String hash) {}

    Line write(Entry entry, String previous) {
        try {
            String body = JSON.writeValueAsString(entry);
            String hash = hash(previous, body);
            String open = body.substring(0, body.length() - 1);
            return new Line(open + HASH + hash + "\"}", hash);
        } catch (JsonProcessingException e) {
            throw new JournalException("an event can not be written as JSON: " + entry.event(), e);
        }
    }

    Read read(String line, String previous, Path file, long number) {
        String place = file + ":" + number + ": ";
        if (line.length() <= TAIL
                || !line.startsWith(HASH, line.length() - TAIL)
                || !line.endsWith("\"}")) {
            throw new JournalException(
                    place + "not a line of a journal: it does not end in its hash", null);
        }
        String body = line.substring(0, line.length() - TAIL) + "}";
        String hash = line.substring(line.length() - GENESIS.length() - 2, line.length() - 2);
        if (!hash.equals(hash(previous, body))) {
            throw new JournalException(
                    place + "the chain is broken here: this line, or one before it, was changed",
                    null);
        }
        try {
            return new Read(JSON.readValue(body, Entry.class), hash);
        } catch (JsonProcessingException e) {
            throw new JournalException(place + "not an entry that this version knows", e);
        }
    }

    /** Gives the hash of a line that goes on from the hash of the one before; else nothing. */
    Optional<String> next(String line, String previous) {
        if (line.length() <= TAIL
                || !line.startsWith(HASH, line.length() - TAIL)
                || !line.endsWith("\"}")) {
            return Optional.empty();
        }
        String body = line.substring(0, line.length() - TAIL) + "}";
        String hash = line.substring(line.length() - GENESIS.length() - 2, line.length() - 2);
        return Optional.of(hash).filter(hash(previous, body)::equals);
    }

    private static String hash(String previous, String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new JournalException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
