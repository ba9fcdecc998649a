package io.firedrill.systems.pocket;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Defects of those who say, or ask, who is well. */
final class HealthDefects {
    private static final String DISK = "lives";
    private static final Duration MALAISE = Duration.ofMillis(600);

    private HealthDefects() {}

    private static String other(String portal) {
        return PocketBank.PORTALS.get(1 - PocketBank.PORTALS.indexOf(portal));
    }

    /** A front that mistakes one portal for the other. */
    static HealthCheck takesTheWrongOneOut(Seat seat) {
        HealthCheck check = new AskingCheck(seat);
        return portal -> check.isUp(other(portal));
    }

    /** A portal that says it is ready whatever becomes of the bank behind it. */
    static Readiness always(Seat seat) {
        return () -> true;
    }

    /** A portal that is never ready. */
    static Readiness never(Seat seat) {
        return () -> false;
    }

    /** A portal that is not ready any more once it has died. */
    static Readiness inItsFirstLife(Seat seat) {
        boolean first = seat.host().disk().lines(DISK).isEmpty();
        seat.host().disk().append(DISK, "one more");
        Readiness asking = new AskingReadiness(seat);
        return () -> first && asking.isReady();
    }

    /** The second portal falls ill for a moment when the first one falls silent. */
    static Readiness inSympathy(Seat seat) {
        Readiness asking = new AskingReadiness(seat);
        return seat.name().equals(PocketBank.PORTALS.get(1)) ? new Sympathy(seat, asking) : asking;
    }

    private static final class Sympathy implements Readiness {
        private static final WebRequest LIVE = new WebRequest("GET", "/live", null, "");

        private final Seat seat;
        private final Readiness asking;
        private final WebCall web;
        private boolean silent = true;
        private volatile Optional<Spell> ill = Optional.empty();

        Sympathy(Seat seat, Readiness asking) {
            this.seat = seat;
            this.asking = asking;
            this.web = new WebCall(seat.host().network(), Portal.PORT);
            seat.host().work().every(seat.times().check(), this::look);
        }

        private void look() {
            try {
                web.send(LIVE, other(seat.name()), seat.times().checkPatience());
                silent = false;
            } catch (IOException noAnswer) {
                ill = silent ? ill : Optional.of(new Spell(seat));
                silent = true;
            }
        }

        @Override
        public boolean isReady() {
            return asking.isReady()
                    && ill.filter(since -> since.within(MALAISE)).isEmpty();
        }
    }

    /** A router that finds out who leads and then believes it for long. */
    static Routing believesForLong(Seat seat) {
        return new Belief(seat, new AskingRouting(seat));
    }

    private static final class Belief implements Routing {
        private final Seat seat;
        private final Routing asking;
        private Optional<String> believed = Optional.empty();
        private Spell since;

        Belief(Seat seat, Routing asking) {
            this.seat = seat;
            this.asking = asking;
            this.since = new Spell(seat);
        }

        @Override
        public synchronized Optional<String> primary() {
            if (believed.isEmpty() || !since.within(Spell.LONG)) {
                believed = asking.primary();
                since = new Spell(seat);
            }
            return believed;
        }
    }
}
