package io.firedrill.systems.pocket;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Defects of portals and front, each around the pages of a healthy one. */
final class WebDefects {
    private static final Duration VERY_LONG = Duration.ofSeconds(4);
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration LOST_PATIENCE = Duration.ofMillis(400);
    private static final int HALF_OPEN = 50;
    private static final int ERROR = 500;
    private static final WebAnswer UNAVAILABLE =
            WebAnswer.of(new Problem(503, "UNAVAILABLE", "Try again."));

    private WebDefects() {}

    private static boolean isAccount(WebRequest request) {
        return request.path().startsWith("/accounts/");
    }

    /** Answers 200 to whoever asks for an account, with an error for a body. */
    static WebServer.Pages errorBody(Seat seat, WebServer.Pages own) {
        WebAnswer error = WebAnswer.of(200, Map.of("error", "Something went wrong."));
        return request -> isAccount(request) ? error : own.answer(request);
    }

    /** Serves one kind of customers again, and not the other. */
    static WebServer.Pages noAccounts(Seat seat, WebServer.Pages own) {
        return request -> isAccount(request) ? UNAVAILABLE : own.answer(request);
    }

    /** Serves nobody, and says that it is ready. */
    static WebServer.Pages serveNobody(Seat seat, WebServer.Pages own) {
        Spell since = new Spell(seat);
        return request -> since.within(Spell.LONG) ? UNAVAILABLE : own.answer(request);
    }

    /** Takes each of its connections that died half-open from the pool once, and waits for it. */
    static WebServer.Pages halfOpen(Seat seat, WebServer.Pages own) {
        AtomicInteger left = new AtomicInteger(HALF_OPEN);
        return request -> {
            if (left.getAndDecrement() > 0) {
                seat.host().work().pause(LOST_PATIENCE);
                return UNAVAILABLE;
            }
            return own.answer(request);
        };
    }

    /** Hangs where it should say that it can not. */
    static WebServer.Pages hangs(Seat seat, WebServer.Pages own) {
        return request -> {
            WebAnswer answer = own.answer(request);
            if (answer.status() >= ERROR && !request.path().equals("/ready")) {
                seat.host().work().pause(VERY_LONG);
            }
            return answer;
        };
    }

    /** Serves everybody, later than any customer waits. */
    static WebServer.Pages slow(Seat seat, WebServer.Pages own) {
        Spell since = new Spell(seat);
        return request -> {
            if (since.within(Spell.LONG)) {
                seat.host().work().pause(SLOW);
            }
            return own.answer(request);
        };
    }

    /** Is up for a while and down for a while, in turn. */
    static WebServer.Manner flaps(Duration up, Duration down) {
        return (seat, own) -> {
            Spell since = new Spell(seat);
            long period = up.plus(down).toNanos();
            return request -> since.within(Spell.LONG) && since.nanos() % period >= up.toNanos()
                    ? UNAVAILABLE
                    : own.answer(request);
        };
    }

    /** Books nothing from the start, and says that it is ready. */
    static WebServer.Pages booksNothing(Seat seat, WebServer.Pages own) {
        return request -> request.path().equals("/transfers") ? UNAVAILABLE : own.answer(request);
    }
}
