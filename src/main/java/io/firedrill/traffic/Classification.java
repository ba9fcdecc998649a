package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.reactor.IOReactorShutdownException;

/** Says what an exception of the HTTP client means for the customer. */
final class Classification {
    private Classification() {}

    /** Gives the failure for an exception; what is not known to come from the system is our own. */
    static StepFailure of(Throwable cause) {
        return new StepFailure(reason(cause), words(cause));
    }

    /** Gives the failure for a request that we ended ourselves. */
    static StepFailure cancelled() {
        return new StepFailure(AttemptReason.HARNESS, "broken off by the harness");
    }

    private static AttemptReason reason(Throwable cause) {
        if (isOurs(cause)) {
            return AttemptReason.HARNESS;
        }
        if (cause instanceof SocketTimeoutException) {
            return AttemptReason.TIMEOUT;
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return AttemptReason.REFUSED;
        }
        if (cause instanceof HttpException || cause instanceof ContentTooLongException) {
            return AttemptReason.BODY;
        }
        return cause instanceof IOException ? AttemptReason.RESET : AttemptReason.HARNESS;
    }

    /** Our pool, our ports, our file handles. */
    private static boolean isOurs(Throwable cause) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return cause instanceof BindException
                || cause instanceof ConnectionRequestTimeoutException
                || cause instanceof IOReactorShutdownException
                || message.contains("too many open files")
                || message.contains("cannot assign requested address");
    }

    private static String words(Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null ? kind : kind + ": " + message;
    }
}
