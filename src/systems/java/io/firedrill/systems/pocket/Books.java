package io.firedrill.systems.pocket;

/**
 * The books as an auditor reads them.
 *
 * @param sumCents over all accounts: never changes
 * @param accounts how many
 * @param entriesSumCents over all entries: always zero, for what leaves one account reaches another
 */
record Books(long sumCents, int accounts, long entriesSumCents) {}
