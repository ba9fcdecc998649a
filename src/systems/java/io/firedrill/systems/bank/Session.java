package io.firedrill.systems.bank;

import java.time.Instant;

/** A customer signed in. */
record Session(String token, Instant expiresAt) {}
