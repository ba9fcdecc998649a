package io.firedrill.systems.pocket;

import org.jspecify.annotations.Nullable;

/** A part that is itself until customers were served again after an outage, and then is not. */
final class SinceOutage implements WebServer.Pages {
    private static final int ERROR = 500;

    private final Seat seat;
    private final WebServer.Pages own;
    private final WebServer.Manner defect;
    private boolean dark;
    private WebServer.@Nullable Pages spoilt;

    private SinceOutage(Seat seat, WebServer.Pages own, WebServer.Manner defect) {
        this.seat = seat;
        this.own = own;
        this.defect = defect;
    }

    /** Puts a defect around one part, or around both portals where {@code part} is "portal". */
    static WebServer.Manner shows(String part, WebServer.Manner defect) {
        return (seat, own) ->
                seat.name().startsWith(part) ? new SinceOutage(seat, own, defect) : own;
    }

    @Override
    public WebAnswer answer(WebRequest request) {
        WebServer.Pages now = now();
        if (now != null && !request.path().equals("/ready")) {
            return now.answer(request);
        }
        WebAnswer answer = own.answer(request);
        if (!request.path().equals("/ready")) {
            note(answer.status() >= ERROR);
        }
        return answer;
    }

    private synchronized WebServer.@Nullable Pages now() {
        return spoilt;
    }

    private synchronized void note(boolean error) {
        if (dark && !error && spoilt == null) {
            spoilt = defect.around(seat, own);
        }
        dark = dark || error;
    }
}
