package io.firedrill.systems.bank;

/** Who may sign in. */
final class Customers {

    private final Database database;
    private final Passwords passwords;
    private final String nobodysPassword;

    Customers(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
        this.nobodysPassword = passwords.hash("nobody");
    }

    /**
     * Returns the customer's name if the password is right. Takes as long, and says the same,
     * whether the customer is unknown or the password wrong.
     *
     * @throws Refusal if either is wrong
     */
    String signIn(Credentials credentials) {
        var stored = database.inTransaction(transaction -> transaction.first(
                "select password from customer where id = ?",
                row -> row.getString("password"),
                credentials.customer()));
        boolean matches = passwords.matches(credentials.password(), stored.orElse(nobodysPassword));
        if (stored.isEmpty() || !matches) {
            throw Refusal.wrongCredentials();
        }
        return credentials.customer();
    }
}
