package io.firedrill.systems.pocket;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is booked, as it follows from the log: the memory of a store. Each transfer makes two
 * entries, which cancel out. Safe for many threads.
 */
final class Ledger {
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, Transfer> booked = new HashMap<>();
    private long entriesSum;

    Ledger() {
        Customers.ALL.forEach(customer -> balances.put(customer, Customers.OPENING_CENTS));
    }

    /** Books everything anew. */
    synchronized void replay(List<Transfer> log) {
        booked.clear();
        entriesSum = 0;
        Customers.ALL.forEach(customer -> balances.put(customer, Customers.OPENING_CENTS));
        log.forEach(this::apply);
    }

    synchronized void apply(Transfer transfer) {
        enter(transfer.from(), -transfer.cents());
        enter(transfer.to(), transfer.cents());
        booked.put(transfer.id(), transfer);
    }

    private void enter(String account, long cents) {
        balances.merge(account, cents, Long::sum);
        entriesSum += cents;
    }

    synchronized Optional<Transfer> find(String id) {
        return Optional.ofNullable(booked.get(id));
    }

    /** Refuses an order that can not be booked. */
    synchronized void check(TransferOrder order) {
        if (account(order.from()).balanceCents() < order.cents()) {
            throw Refusal.of(422, "INSUFFICIENT_FUNDS", "'from' has not enough on it.");
        }
        account(order.to());
    }

    synchronized Account account(String id) {
        Long balance = balances.get(id);
        if (balance == null) {
            throw Refusal.of(422, "UNKNOWN_ACCOUNT", "'" + id + "' is not an account here.");
        }
        return new Account(id, id, balance);
    }

    synchronized Books books() {
        long sum = balances.values().stream().mapToLong(Long::longValue).sum();
        return new Books(sum, balances.size(), entriesSum);
    }
}
