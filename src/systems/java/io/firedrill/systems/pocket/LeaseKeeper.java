package io.firedrill.systems.pocket;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives one lease at a time, and only to a store that has every transfer a customer was told is
 * booked. Who that is the leader says.
 */
final class LeaseKeeper implements Program {
    static final int PORT = 2379;

    private final BankParts parts;
    private final List<String> stores;

    LeaseKeeper(BankParts parts, List<String> stores) {
        this.parts = parts;
        this.stores = stores;
    }

    @Override
    public void start(Host host) throws IOException {
        Seat seat = new Seat(host, parts.times());
        Desk desk = new Desk(seat, LeaseState.onDisk(host.disk(), stores));
        host.network().serve(PORT, new AnswerService(parts.manners().around(seat, desk)));
    }

    /** The keeper while it runs. */
    private static final class Desk implements Answering {
        private final Seat seat;
        private LeaseState state;
        private long until;

        /** Who held the lease when the keeper died may hold it still. */
        Desk(Seat seat, LeaseState state) {
            this.seat = seat;
            this.state = state;
            this.until =
                    state.term() == 0 ? now() : now() + seat.times().lease().toNanos();
        }

        private long now() {
            return seat.host().work().nanos();
        }

        @Override
        public synchronized Object answer(JsonNode question) throws IOException {
            String who = question.path("who").asText();
            return switch (question.path("ask").asText()) {
                case "lease" -> lease(who);
                case "electable" -> electable(who, question.path("members"));
                default -> throw new Unavailable("this is the lease keeper");
            };
        }

        private Map<String, Long> lease(String who) throws Unavailable {
            if (!who.equals(state.holder())) {
                requireFree(who);
                become(state.heldBy(who));
            }
            until = now() + seat.times().lease().toNanos();
            return Map.of("term", state.term());
        }

        private void requireFree(String who) throws Unavailable {
            if (now() - until < 0) {
                throw new Unavailable(state.holder() + " leads");
            }
            if (!state.electable().contains(who)) {
                throw new Unavailable(who + " does not have all that is booked");
            }
        }

        private Map<String, Boolean> electable(String who, JsonNode members) throws Unavailable {
            if (!who.equals(state.holder()) || now() - until >= 0) {
                throw new Unavailable(who + " does not lead");
            }
            List<String> names = new ArrayList<>();
            members.forEach(name -> names.add(name.asText()));
            become(state.among(names));
            return Map.of("noted", true);
        }

        private void become(LeaseState next) {
            next.save(seat.host().disk());
            state = next;
        }
    }
}
