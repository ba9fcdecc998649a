package io.firedrill.systems.pocket;

import java.util.List;

/** The customers of the bank: each has one account, of their own name. */
final class Customers {
    static final List<String> ALL =
            List.of("ada", "ben", "cleo", "dan", "eva", "finn", "gina", "hugo", "ines", "jan");

    /** Was one; her access is revoked, however long her tokens would be good for. */
    static final String REVOKED = "zoe";

    /** What each of them begins with. */
    static final long OPENING_CENTS = 100_000_000;

    /** A toy's password, the same for all; a real bank's is no part of its program. */
    private static final String PASSWORD = "sesame-of-the-toy";

    private Customers() {}

    /** Refuses who is none, or has a wrong password; which of the two is not told. */
    static String signIn(String customer, String password) {
        if (!ALL.contains(customer) || !PASSWORD.equals(password)) {
            throw Refusal.of(401, "WRONG_CREDENTIALS", "Customer or password is wrong.");
        }
        return customer;
    }

    /** Refuses whose access is revoked. A token can not tell that, so the store does. */
    static String admitted(String customer) {
        if (REVOKED.equals(customer)) {
            throw Refusal.of(401, "ACCESS_REVOKED", "Access was revoked. Call the bank.");
        }
        return customer;
    }
}
