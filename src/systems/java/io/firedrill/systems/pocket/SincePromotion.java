package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store that is itself until it is promoted, and shows a defect from then on. */
final class SincePromotion implements Answering {
    private static final Set<String> OF_A_LEADER = Set.of("copy", "append", "follow");

    private final Seat seat;
    private final Answering own;
    private final Manner defect;
    private volatile boolean followed;
    private @Nullable Answering spoilt;

    private SincePromotion(Seat seat, Answering own, Manner defect) {
        this.seat = seat;
        this.own = own;
        this.defect = defect;
    }

    /** Puts a defect around the stores; it begins when a customer first asks a promoted one. */
    static Manner shows(Manner defect) {
        return (seat, own) -> PocketBank.STORES.contains(seat.name())
                ? new SincePromotion(seat, own, defect)
                : own;
    }

    @Override
    public Object answer(JsonNode question) throws IOException {
        String ask = question.path("ask").asText();
        if (OF_A_LEADER.contains(ask)) {
            followed = true;
        }
        boolean ofCustomer = !OF_A_LEADER.contains(ask) && !ask.equals("role");
        return (ofCustomer && followed ? spoilt() : own).answer(question);
    }

    private synchronized Answering spoilt() {
        if (spoilt == null) {
            spoilt = defect.around(seat, own);
        }
        return spoilt;
    }
}
