package io.firedrill.systems.bank;

/**
 * Where the database is and how it may be used.
 *
 * @param url JDBC address
 * @param poolSize most connections held for customers
 */
record DatabaseSettings(
        String url, String user, String password, int poolSize, TimeLimits limits) {}
