package io.firedrill.scenario;

import java.util.List;
import java.util.function.Function;

/**
 * What the reader must know of an objective to validate its use.
 *
 * @param name the key under {@code objectives}, for instance {@code recovery}
 * @param settings its settings. Where there is an {@code ask} of type REQUEST beside an
 *     {@code entry}, or a {@code run} of type WORDS beside a {@code component}, the runner asks
 *     that all through the drill and journals each answer as {@code AnswerRead}; {@code value} of
 *     type JSON_PATH says what of an HTTP answer is written down
 * @param awaits from bound settings, with the objective's own {@code id} among them, to what must
 *     be seen before it is decided
 * @param needsWrites true where the journey in setting {@code of} must acknowledge writes and
 *     reconcile
 * @param meaning one line: what it says
 */
public record ObjectiveKind(
        String name,
        List<Setting> settings,
        Function<Settings, List<Await>> awaits,
        boolean needsWrites,
        String meaning) {}
