package io.firedrill.traffic;

import com.jayway.jsonpath.JsonPath;

import io.firedrill.journal.Ledger;
import io.firedrill.scenario.JourneySpec;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Counts writes by an HTTP request, as the customer who made them. */
final class HttpCounter implements WriteCounter {
    private final JourneySpec.Reconcile question;
    private final JsonPath path;
    private final HttpJourney journey;
    private final Visits visits;
    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, Threads.daemons("reconciler-timer"));

    HttpCounter(JourneySpec spec, JourneySpec.Reconcile question, ReconcileOrder order) {
        this.question = question;
        this.path = JsonView.path(question.count());
        this.visits = new Visits(spec);
        timers.setRemoveOnCancelPolicy(true);
        InetSocketAddress address = order.entries().apply(question.entry().orElse(spec.entry()));
        HttpJourney.Order building = new HttpJourney.Order(
                spec, order.scenario().system(), address, Reconciler.AT_A_TIME, order.entries());
        this.journey = new HttpJourney(building, timers, order.clock());
    }

    @Override
    public Found count(Ledger.Write write) {
        Ending ending;
        try {
            ending = journey.ask(question.step(), visits.of(write.number(), write.id()))
                    .join();
        } catch (CancellationException brokenOff) {
            return Found.unknown("broken off by the harness");
        }
        return ending.ok() ? counted(ending) : Found.unknown(ending.detail());
    }

    private Found counted(Ending ending) {
        Answer answer = ending.last();
        if (answer == null) {
            return Found.unknown("no answer");
        }
        if (answer.status() == 404) {
            return new Found(0, "status 404");
        }
        Optional<Object> value;
        try {
            value = JsonView.of(answer.body()).at(path);
        } catch (StepFailure notJson) {
            return Found.unknown(String.valueOf(notJson.getMessage()));
        }
        if (value.orElse(null) instanceof Number number) {
            return new Found(number.intValue(), "");
        }
        if (value.orElse(null) instanceof List<?> list) {
            return new Found(list.size(), "");
        }
        return Found.unknown(question.count() + " is neither a number nor a list");
    }

    @Override
    public void close() {
        try {
            journey.close();
        } finally {
            timers.shutdownNow();
        }
    }
}
