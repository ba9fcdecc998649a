package io.firedrill.traffic;

import io.firedrill.journal.DrillClock;
import io.firedrill.scenario.HttpStep;
import io.firedrill.scenario.SystemSpec;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/**
 * Asks the system questions, for instance for an invariant: each once, within a bound, without
 * signing in. Connections are kept from one question to the next, as customers' are; those who ask
 * at the same time have one each. Safe for many threads.
 */
public final class Reads implements AutoCloseable {
    private static final String NAME = "read";
    private static final int AT_ONCE = 32;

    private final SystemSpec system;
    private final DrillClock clock;
    private final ScheduledThreadPoolExecutor timers =
            new ScheduledThreadPoolExecutor(1, Threads.daemons("read-timer"));
    private final Map<HttpLine.Order, HttpLine> lines = new ConcurrentHashMap<>();

    /** Creates it for a system, whose secrets {@code ${NAME}} in a question stands for. */
    public Reads(SystemSpec system, DrillClock clock) {
        this.system = system;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param value JSONPath (or plain field name) of the value wanted; empty for none
     */
    public record Question(
            InetSocketAddress address, HttpStep step, Optional<String> value, Duration atMost) {}

    /**
     * What came back.
     *
     * @param asExpected true where status and body were as the step expects
     * @param status the status, -1 where there was no complete answer
     * @param value the value wanted, as it stood in the JSON; empty where absent
     * @param detail what was wrong; empty where it was as expected
     */
    public record Reading(boolean asExpected, int status, Optional<Object> value, String detail) {

        /** Says whether there was a complete answer, good or bad. */
        public boolean answered() {
            return status >= 0;
        }
    }

    /** Asks once; never throws for what the system does. */
    public Reading ask(Question question) {
        HttpLine.Order order =
                new HttpLine.Order(NAME, question.address(), AT_ONCE, question.atMost());
        HttpLine line = lines.computeIfAbsent(order, it -> new HttpLine(it, clock));
        Surroundings surroundings =
                new Surroundings(line, timers, new Discretion(system.secrets().values()));
        Conversation.Script script =
                new Conversation.Script(List.of(StepScript.of(question.step())), Optional.empty());
        Placeholders secrets = Placeholders.ofSecrets(system.secrets());
        return reading(new Conversation(surroundings, script, secrets).start().join(), question);
    }

    /** Ends the connections; nothing is asked afterwards. */
    @Override
    public void close() {
        lines.values().forEach(HttpLine::close);
        timers.shutdownNow();
    }

    private static Reading reading(Ending ending, Question question) {
        Answer answer = ending.last();
        if (answer == null) {
            return new Reading(false, -1, Optional.empty(), ending.detail());
        }
        return new Reading(ending.ok(), answer.status(), value(answer, question), ending.detail());
    }

    private static Optional<Object> value(Answer answer, Question question) {
        try {
            return question.value()
                    .flatMap(path -> JsonView.of(answer.body()).at(JsonView.path(path)));
        } catch (StepFailure notJson) {
            return Optional.empty();
        }
    }
}
