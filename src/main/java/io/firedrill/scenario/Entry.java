package io.firedrill.scenario;

/** One key of a mapping and what it is set to. */
record Entry(Value key, Value value) {}
