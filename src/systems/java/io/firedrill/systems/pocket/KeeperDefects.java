package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Defects of the lease keeper, each around what a healthy one answers. */
final class KeeperDefects {
    private static final String KEEPER = "leases";
    private static final Duration SET_BACK = Duration.ofMillis(2200);

    private KeeperDefects() {}

    private static Answering.Manner atKeeper(Answering.Manner defect) {
        return (seat, own) -> seat.name().equals(KEEPER) ? defect.around(seat, own) : own;
    }

    private static boolean asksLease(JsonNode question) {
        return question.path("ask").asText().equals("lease");
    }

    /** A lease that never ends: who got it first has it for ever. */
    static Answering.Manner neverExpires() {
        return atKeeper((seat, own) -> new ForTheFirst(own));
    }

    private static final class ForTheFirst implements Answering {
        private final Answering own;
        private String first = "";

        ForTheFirst(Answering own) {
            this.own = own;
        }

        @Override
        public synchronized Object answer(JsonNode question) throws IOException {
            String who = question.path("who").asText();
            if (asksLease(question) && !first.isEmpty() && !first.equals(who)) {
                throw new Unavailable(first + " leads");
            }
            Object answer = own.answer(question);
            first = asksLease(question) ? who : first;
            return answer;
        }
    }

    /** A clock that is set back by two seconds at each renewal, so that leases end late. */
    static Answering.Manner clockSetBack() {
        return atKeeper(SetBack::new);
    }

    private static final class SetBack implements Answering {
        private final Seat seat;
        private final Answering own;
        private String holder = "";
        private @Nullable Spell renewed;

        SetBack(Seat seat, Answering own) {
            this.seat = seat;
            this.own = own;
        }

        @Override
        public synchronized Object answer(JsonNode question) throws IOException {
            String who = question.path("who").asText();
            boolean early = renewed != null && renewed.within(SET_BACK);
            if (asksLease(question) && early && !who.equals(holder)) {
                throw new Unavailable(holder + " leads");
            }
            Object answer = own.answer(question);
            if (asksLease(question)) {
                holder = who;
                renewed = new Spell(seat);
            }
            return answer;
        }
    }

    /** Gives a lease to whoever had one before, though another one has it now. */
    static Answering.Manner twoLeases() {
        return atKeeper((seat, own) -> new TwoLeases(own));
    }

    private static final class TwoLeases implements Answering {
        private final Answering own;
        private final Set<String> former = ConcurrentHashMap.newKeySet();

        TwoLeases(Answering own) {
            this.own = own;
        }

        @Override
        public Object answer(JsonNode question) throws IOException {
            String who = question.path("who").asText();
            try {
                Object answer = own.answer(question);
                former.add(who);
                return answer;
            } catch (Unavailable anotherLeads) {
                if (former.contains(who)) {
                    return Map.of("term", 1, "noted", true);
                }
                throw anotherLeads;
            }
        }
    }

    /** Gives the lease back to whoever had it first, as soon as that one may have it. */
    static Answering.Manner prefersTheFirst() {
        return atKeeper((seat, own) -> new FailsBack(own));
    }

    private static final class FailsBack implements Answering {
        private final Answering own;
        private String first = "";
        private String holder = "";
        private boolean electable;
        private boolean asked;

        FailsBack(Answering own) {
            this.own = own;
        }

        @Override
        public synchronized Object answer(JsonNode question) throws IOException {
            String who = question.path("who").asText();
            if (!asksLease(question)) {
                electable = question.path("members").toString().contains('"' + first + '"');
                return own.answer(question);
            }
            asked = asked || who.equals(first) && !who.equals(holder);
            if (asked && electable && !who.equals(first) && !first.equals(holder)) {
                throw new Unavailable("the lease goes back to " + first);
            }
            Object answer = own.answer(question);
            first = first.isEmpty() ? who : first;
            asked = asked && !who.equals(first);
            holder = who;
            return answer;
        }
    }
}
