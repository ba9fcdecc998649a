package io.firedrill.systems.pocket;

/** An account as its owner sees it. */
record Account(String id, String owner, long balanceCents) {}
