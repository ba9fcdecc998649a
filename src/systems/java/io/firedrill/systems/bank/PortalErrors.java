package io.firedrill.systems.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what went wrong into {@code {"error": {code, message, field}}}. When more than one thing is
 * wrong with a request, {@code problems} beside it has them all.
 */
final class PortalErrors {

    private static final Logger LOG = LoggerFactory.getLogger(PortalErrors.class);

    private PortalErrors() {}

    static void register(JavalinConfig config) {
        config.router.mount(router -> router.exception(Refusal.class, PortalErrors::refused)
                .exception(DatabaseUnavailable.class, PortalErrors::unavailable)
                .exception(HttpResponseException.class, PortalErrors::http)
                .exception(Exception.class, PortalErrors::broken));
    }

    /** The first problem, and all of them if there are more. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record ErrorBody(@JsonUnwrapped Problem first, List<Problem> problems) {}

    private static void refused(Refusal refusal, Context context) {
        if (refusal.status() == 401) {
            context.header("WWW-Authenticate", "Bearer");
        }
        answer(context, refusal.status(), refusal.problems());
    }

    private static void unavailable(DatabaseUnavailable outage, Context context) {
        LOG.warn("{} {}: {}", context.method(), context.path(), outage.getMessage());
        context.header("Retry-After", "1");
        answer(context, 503, "DATABASE_UNAVAILABLE", "Try again, with the same id.");
    }

    private static void http(HttpResponseException e, Context context) {
        answer(context, e.getStatus(), "HTTP_" + e.getStatus(), e.getMessage());
    }

    private static void broken(Exception e, Context context) {
        LOG.error("{} {}", context.method(), context.path(), e);
        answer(context, 500, "INTERNAL", "This is our mistake; it is in our log.");
    }

    private static void answer(Context context, int status, String code, String message) {
        answer(context, status, List.of(new Problem(code, message)));
    }

    private static void answer(Context context, int status, List<Problem> problems) {
        List<Problem> all = problems.size() > 1 ? problems : List.of();
        context.status(status).json(Map.of("error", new ErrorBody(problems.get(0), all)));
    }
}
