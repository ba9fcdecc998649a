package io.firedrill.traffic;

import io.firedrill.journal.AttemptReason;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentTooLongException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.reactor.IOReactorShutdownException;

/** Says what an exception of a client means for the customer. */
final class Classification {
    private static final int DEEPEST = 12;
    private static final List<AttemptReason> TELLING = List.of(
            AttemptReason.TIMEOUT, AttemptReason.REFUSED, AttemptReason.BODY, AttemptReason.RESET);

    private Classification() {}

    /** Gives the failure for an exception; what is not known to come from the system is our own. */
    static StepFailure of(Throwable cause) {
        return new StepFailure(reason(cause), words(cause));
    }

    /** Gives the failure for a request that we ended ourselves. */
    static StepFailure cancelled() {
        return new StepFailure(AttemptReason.HARNESS, "broken off by the harness");
    }

    /** What an exception means, and in which words. */
    record Cause(AttemptReason reason, String words) {}

    /**
     * Reads an exception of any library with all its causes, at most a dozen: our own trouble
     * first, then silence and refusal, then whatever else a network does.
     */
    static Cause deepest(Throwable failure) {
        List<Throwable> chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        if (chain.stream().noneMatch(Classification::isOurs)) {
            for (AttemptReason reason : TELLING) {
                for (Throwable cause : chain) {
                    if (reasonOfAny(cause) == reason) {
                        return new Cause(reason, words(cause));
                    }
                }
            }
        }
        return new Cause(AttemptReason.HARNESS, words(failure));
    }

    /** An attempt of any library may also wait for a future, and read files of its own. */
    private static AttemptReason reasonOfAny(Throwable cause) {
        if (cause instanceof TimeoutException || cause instanceof InterruptedIOException) {
            return AttemptReason.TIMEOUT;
        }
        boolean file = cause instanceof FileSystemException
                || cause instanceof FileNotFoundException
                || cause instanceof UncheckedIOException;
        return file ? AttemptReason.HARNESS : reason(cause);
    }

    private static AttemptReason reason(Throwable cause) {
        if (isOurs(cause)) {
            return AttemptReason.HARNESS;
        }
        if (cause instanceof SocketTimeoutException || cause instanceof HttpTimeoutException) {
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
