package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A store that does not lead: does as the leader of the newest term says. */
final class Follower {
    private static final String FILE = "term";
    private static final int MISSED_BEATS = 5;

    private final Seat seat;
    private final BankLog log;
    private long term;
    private volatile long heard;

    Follower(Seat seat, BankLog log) {
        this.seat = seat;
        this.log = log;
        this.term = seat.host().disk().lines(FILE).stream()
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        this.heard = seat.host().work().nanos() - patience();
    }

    /** Says whether a leader was heard lately, and this store has all that the leader has. */
    boolean follows() {
        return seat.host().work().nanos() - heard < patience();
    }

    private long patience() {
        return MISSED_BEATS * seat.times().renewal().toNanos();
    }

    /** Answers a leader. */
    synchronized Object answer(JsonNode question) throws IOException {
        requireNewest(question.path("term").asLong());
        switch (question.path("ask").asText()) {
            case "copy" -> log.replace(transfers(question.path("log")));
            case "append" -> append(question);
            default -> requireLines(question);
        }
        heard = seat.host().work().nanos();
        return Map.of("follows", true);
    }

    /** Notes the term in which this store leads: no leader of an older one is obeyed any more. */
    synchronized void lead(long now) {
        term = now;
        seat.host().disk().replace(FILE, List.of(Long.toString(now)));
    }

    private void requireNewest(long asked) throws Unavailable {
        if (asked < term) {
            throw new Unavailable("term " + asked + " is over, this is " + term);
        }
        if (asked > term) {
            lead(asked);
        }
    }

    private void append(JsonNode question) throws IOException {
        requireLines(question);
        log.append(Json.read(question.path("transfer"), Transfer.class));
    }

    private void requireLines(JsonNode question) throws Unavailable {
        if (question.path("lines").asInt() != log.size()) {
            throw new Unavailable("has " + log.size() + " lines, not " + question.path("lines"));
        }
    }

    private static List<Transfer> transfers(JsonNode nodes) throws IOException {
        List<Transfer> transfers = new ArrayList<>();
        for (JsonNode node : nodes) {
            transfers.add(Json.read(node, Transfer.class));
        }
        return transfers;
    }
}
