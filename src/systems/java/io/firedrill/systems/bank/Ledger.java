package io.firedrill.systems.bank;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The bank's books: accounts, transfers, and two entries for each transfer. A balance only changes
 * together with the entry that says why.
 */
final class Ledger {

    private static final String ACCOUNTS_OF_CUSTOMER =
            "select id, owner, balance_cents from account where owner = ? order by id";

    private static final String ACCOUNT_OF_CUSTOMER =
            "select id, owner, balance_cents from account where id = ? and owner = ?";

    private static final String STATEMENT = """
            select e.transfer, e.sign * e.cents as cents, t.text, t.booked_at,
                   case e.sign when 1 then t.from_account else t.to_account end as counterparty
              from entry e join transfer t on t.id = e.transfer
             where e.account = ?
             order by t.booked_at desc, t.id
             limit ?
            """;

    private static final String TRANSFER = """
            select id, from_account, to_account, cents, text, booked_at from transfer where id = ?
            """;

    private static final String OF_CUSTOMER = """
              and exists (select from account a
                           where a.owner = ? and a.id in (from_account, to_account))
            """;

    /** However often it was booked; only a bank without idempotency needs to ask so. */
    private static final String EVERY_BOOKING =
            TRANSFER.replace("id = ?", "split_part(id, '" + Idempotency.BOOKING + "', 1) = ?");

    private static final String BOOKS = """
            select (select coalesce(sum(balance_cents), 0) from account) as sum_cents,
                   (select count(*) from account) as accounts,
                   (select coalesce(sum(sign * cents), 0) from entry) as entries_sum_cents
            """;

    /** In one order for everybody: two transfers that cross each other cannot deadlock. */
    private static final String LOCK_ACCOUNTS = """
            select id, owner, balance_cents from account
             where id in (?, ?) order by id for no key update
            """;

    /**
     * Waits for a transfer of the same id that is being booked right now, and yields to it. One
     * statement, for the accounts are locked: each way to the database and back is time in which
     * nobody else can move money from or to them, and a bank that is slow for a moment would fall
     * into a jam from which it does not come out by itself.
     */
    private static final String BOOK = """
            with booked as (
                insert into transfer (id, from_account, to_account, cents, text)
                values (?, ?, ?, ?, ?) on conflict (id) do nothing
                returning id, from_account, to_account, cents, booked_at),
            entered as (
                insert into entry (transfer, account, cents, sign)
                select id, from_account, cents, -1 from booked
                 union all
                select id, to_account, cents, 1 from booked
                returning account, sign * cents as change),
            carried as (
                update account a set balance_cents = a.balance_cents + e.change
                  from entered e where e.account = a.id)
            select booked_at from booked
            """;

    private final Database database;
    private final Idempotency idempotency;

    Ledger(Database database, Idempotency idempotency) {
        this.database = database;
        this.idempotency = idempotency;
    }

    List<Account> accounts(String customer) {
        return database.inTransaction(
                transaction -> transaction.list(ACCOUNTS_OF_CUSTOMER, Ledger::account, customer));
    }

    /** Returns the customer's own account, or refuses. */
    Account account(String customer, String id) {
        return database.inTransaction(transaction -> own(transaction, customer, id));
    }

    /** Returns the newest entries of the customer's own account first, or refuses. */
    List<StatementLine> statement(String customer, String id, int limit) {
        return database.inTransaction(transaction -> {
            own(transaction, customer, id);
            return transaction.list(STATEMENT, Ledger::statementLine, id, limit);
        });
    }

    /** Returns the transfer of this id if the customer is a party of it: one or none. */
    List<Transfer> transfers(String customer, String id) {
        String sought = idempotency == Idempotency.ON ? TRANSFER : EVERY_BOOKING;
        return database.inTransaction(transaction ->
                transaction.list(sought + OF_CUSTOMER, Ledger::transfer, id, customer));
    }

    Books books() {
        return database.inTransaction(transaction -> transaction
                .first(BOOKS, row -> new Books(row.getLong(1), row.getLong(2), row.getLong(3)))
                .orElseThrow());
    }

    /**
     * Books the order, or finds that it was booked before.
     *
     * @throws Refusal if it is not the customer's to give, cannot be booked, or its id is taken
     * @throws DatabaseUnavailable if it may or may not be booked: ask again with the same id
     */
    Booking book(String customer, TransferOrder order) {
        return database.inTransaction(transaction -> {
            Map<String, Account> accounts = lockAccounts(transaction, order);
            refuseForeign(accounts, customer, order);
            if (accounts.get(order.from()).balanceCents() < order.cents()) {
                return earlier(transaction, order)
                        .orElseThrow(() -> overdraft(accounts.get(order.from()), order));
            }
            Optional<Instant> bookedAt = book(transaction, order);
            return bookedAt.isPresent()
                    ? new Booking(new Transfer(order, bookedAt.get()), true)
                    : earlier(transaction, order).orElseThrow();
        });
    }

    private Optional<Instant> book(Transaction transaction, TransferOrder order)
            throws SQLException {
        String key = idempotency.key(order.id());
        return transaction.first(
                BOOK, Ledger::bookedAt, key, order.from(), order.to(), order.cents(), order.text());
    }

    private static Map<String, Account> lockAccounts(Transaction transaction, TransferOrder order)
            throws SQLException {
        return transaction.list(LOCK_ACCOUNTS, Ledger::account, order.from(), order.to()).stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private static void refuseForeign(
            Map<String, Account> accounts, String customer, TransferOrder order) {
        Account from = accounts.get(order.from());
        if (from == null || !from.owner().equals(customer)) {
            throw Refusal.foreignAccount(order.from());
        }
        if (!accounts.containsKey(order.to())) {
            throw Refusal.notBookable(
                    "UNKNOWN_ACCOUNT", "There is no account '" + order.to() + "'.", "to");
        }
    }

    private static Refusal overdraft(Account from, TransferOrder order) {
        return Refusal.notBookable(
                "INSUFFICIENT_FUNDS",
                "'%s' has %d cents, %d are needed."
                        .formatted(order.from(), from.balanceCents(), order.cents()),
                "cents");
    }

    /**
     * Finds what was booked under this id before.
     *
     * @throws Refusal if that was another order
     */
    private static Optional<Booking> earlier(Transaction transaction, TransferOrder order)
            throws SQLException {
        Optional<Transfer> transfer = transaction.first(TRANSFER, Ledger::transfer, order.id());
        if (transfer.isPresent() && !transfer.get().fulfils(order)) {
            throw Refusal.idTaken(order.id());
        }
        return transfer.map(it -> new Booking(it, false));
    }

    private static Account own(Transaction transaction, String customer, String id)
            throws SQLException {
        return transaction
                .first(ACCOUNT_OF_CUSTOMER, Ledger::account, id, customer)
                .orElseThrow(() -> Refusal.foreignAccount(id));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("id"), row.getString("owner"), row.getLong("balance_cents"));
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getString("id"),
                row.getString("from_account"),
                row.getString("to_account"),
                row.getLong("cents"),
                row.getString("text"),
                bookedAt(row));
    }

    private static StatementLine statementLine(ResultSet row) throws SQLException {
        return new StatementLine(
                row.getString("transfer"),
                row.getLong("cents"),
                row.getString("counterparty"),
                row.getString("text"),
                bookedAt(row));
    }

    private static Instant bookedAt(ResultSet row) throws SQLException {
        return row.getObject("booked_at", OffsetDateTime.class).toInstant();
    }
}
