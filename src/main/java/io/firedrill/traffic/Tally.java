package io.firedrill.traffic;

/**
 * How many attempts of a journey there were so far. Always {@code scheduled = sent + dropped}; once
 * the customers have stopped also {@code sent + repeated = ended}.
 *
 * @param scheduled customers who were due to set out
 * @param sent customers who did
 * @param dropped customers who could not, because too many were under way
 * @param repeated repeats of attempts of unknown outcome
 * @param ended attempts and repeats whose end was recorded
 */
public record Tally(long scheduled, long sent, long dropped, long repeated, long ended) {}
