package io.firedrill.systems.bank;

/** An account as its owner sees it. */
record Account(String id, String owner, long balanceCents) {}
