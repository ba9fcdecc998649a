package io.firedrill.scenario;

import java.util.List;

/**
 * What must hold, as written.
 *
 * @param id unique within the drill: the kind, and {@code kind-2} and so on where a kind is used
 *     again, or the objective's own {@code id}
 * @param kind name of the check that judges it
 * @param settings already of the types that its {@link ObjectiveKind} declares
 * @param awaits what has to be seen before it is decided
 */
public record Objective(String id, String kind, Settings settings, List<Await> awaits) {}
