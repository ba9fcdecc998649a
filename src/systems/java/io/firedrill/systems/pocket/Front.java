package io.firedrill.systems.pocket;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The bank's front door: sends each customer to any portal that is up. */
final class Front implements Program {
    static final int PORT = 8080;

    private final BankParts parts;

    Front(BankParts parts) {
        this.parts = parts;
    }

    @Override
    public void start(Host host) throws IOException {
        Seat seat = new Seat(host, parts.times());
        HealthCheck check = parts.check().make(seat);
        Desk desk = new Desk(seat, check, parts.retry());
        host.network().serve(PORT, new WebServer(parts.manners().around(seat, desk)));
        host.console().healthy(() -> PocketBank.PORTALS.stream().allMatch(check::isUp));
    }

    /** The front while it runs. */
    private static final class Desk implements WebServer.Pages {
        private static final WebAnswer NOBODY =
                WebAnswer.of(new Problem(503, "NO_PORTAL", "No portal is up. Try again."));
        private static final WebAnswer NO_ANSWER =
                WebAnswer.of(new Problem(504, "NO_ANSWER", "The portal did not answer."));

        private final Seat seat;
        private final HealthCheck check;
        private final Retry retry;
        private final WebCall web;

        Desk(Seat seat, HealthCheck check, Retry retry) {
            this.seat = seat;
            this.check = check;
            this.retry = retry;
            this.web = new WebCall(seat.host().network(), Portal.PORT);
        }

        @Override
        public WebAnswer answer(WebRequest request) {
            WebAnswer answer = NOBODY;
            for (String portal : portals()) {
                try {
                    return web.send(request, portal, seat.times().patience().front());
                } catch (IOException trouble) {
                    answer = NO_ANSWER;
                    if (!retry.mayTryAnother(request, trouble)) {
                        return answer;
                    }
                }
            }
            return answer;
        }

        /** Gives those that are up, not in turn: requests that alternate would each keep to one. */
        private List<String> portals() {
            List<String> up = new ArrayList<>(PocketBank.PORTALS);
            up.removeIf(portal -> !check.isUp(portal));
            Collections.shuffle(up);
            return up;
        }
    }
}
