package io.firedrill.scenario;

/**
 * A drill as far as it could be read.
 *
 * @param sound true where neither its file nor its system's files have a problem
 */
record DrillDraft(Fields fields, Scenario scenario, boolean sound) {}
