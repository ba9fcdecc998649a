/**
 * The portal of the reference bank: sign in, accounts, statements, transfers.
 *
 * <p>An ordinary online-banking program that knows nothing of Firedrill. It knows HTTP, JSON and
 * one PostgreSQL database, imports no other package of this project, and runs in as many copies as
 * wanted, for all state is in the database and tokens are signed with a shared secret:
 *
 * <pre>{@code
 * try (BankPortal portal = BankPortal.start(PortalSettings.from(System.getenv()))) {
 *     portal.port(); // POST /sessions, GET /accounts, POST /transfers, ...
 * }
 * }</pre>
 *
 * <p>From the outside in: {@link io.firedrill.systems.bank.PortalRoutes} speaks HTTP,
 * {@link io.firedrill.systems.bank.Sessions} says who asks,
 * {@link io.firedrill.systems.bank.Ledger} keeps the books,
 * {@link io.firedrill.systems.bank.Database} bounds every use of the database,
 * {@link io.firedrill.systems.bank.Readiness} tells the truth about it.
 */
@NullMarked
package io.firedrill.systems.bank;

import org.jspecify.annotations.NullMarked;
