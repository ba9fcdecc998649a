package io.firedrill.systems.bank;

import java.sql.SQLException;
import java.util.List;

/**
 * Creates the tables and the first customers. Any number of portals may do so at once and again:
 * the first one does it, the others wait for it and find it done.
 */
final class Schema {

    static final List<String> CUSTOMERS =
            List.of("ada", "ben", "cleo", "dan", "eva", "finn", "gina", "hugo", "ines", "jan");

    /** A million each. */
    static final long OPENING_CENTS = 100_000_000L;

    /** One portal at a time; the number is arbitrary, but only used for this. */
    private static final String LOCK = "select pg_advisory_xact_lock(20260101)";

    private static final String TABLES = """
            create table if not exists customer (
                id text primary key,
                password text not null
            );
            create table if not exists account (
                id text primary key,
                owner text not null references customer,
                balance_cents bigint not null check (balance_cents >= 0)
            );
            create index if not exists account_of_owner on account (owner);
            create table if not exists transfer (
                id text primary key,
                from_account text not null references account,
                to_account text not null references account,
                cents bigint not null check (cents > 0),
                text text,
                booked_at timestamptz not null default clock_timestamp(),
                check (from_account <> to_account)
            );
            create table if not exists entry (
                transfer text not null references transfer,
                account text not null references account,
                cents bigint not null check (cents > 0),
                sign smallint not null check (sign in (-1, 1)),
                primary key (transfer, sign)
            );
            create index if not exists entry_of_account on entry (account);
            """;

    private final Database database;
    private final Passwords passwords;

    Schema(Database database, Passwords passwords) {
        this.database = database;
        this.passwords = passwords;
    }

    /**
     * Creates what is missing.
     *
     * @throws DatabaseUnavailable if the database did not answer in time: try again
     */
    void create(String customersPassword) {
        database.inTransaction(transaction -> {
            transaction.list(LOCK, row -> true);
            transaction.update(TABLES);
            if (transaction.list("select from customer", row -> true).isEmpty()) {
                seed(transaction, customersPassword);
            }
            return true;
        });
    }

    private void seed(Transaction transaction, String customersPassword) throws SQLException {
        for (String customer : CUSTOMERS) {
            transaction.update(
                    "insert into customer (id, password) values (?, ?)",
                    customer,
                    passwords.hash(customersPassword));
            transaction.update(
                    "insert into account (id, owner, balance_cents) values (?, ?, ?)",
                    customer,
                    customer,
                    OPENING_CENTS);
        }
    }
}
