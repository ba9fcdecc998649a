package io.firedrill.systems.bank;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import java.sql.Connection;
import java.sql.SQLException;

/** The one database, through a small pool; every piece of work is one transaction, and bounded. */
final class Database implements AutoCloseable {

    private static final int ROLLBACK_MILLIS = 250;

    private final HikariDataSource pool;
    private final TimeLimits limits;

    private Database(HikariDataSource pool, TimeLimits limits) {
        this.pool = pool;
        this.limits = limits;
    }

    /** Opens the pool. Returns at once, whether or not the database can be reached by now. */
    static Database open(DatabaseSettings settings) {
        return new Database(new HikariDataSource(poolOf(settings)), settings.limits());
    }

    /** What is to be done within one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(Transaction transaction) throws SQLException;
    }

    /**
     * Runs the work and commits it; whatever the work throws rolls it back.
     *
     * @throws DatabaseUnavailable if there was no answer in time: the work may or may not be done
     */
    <T> T inTransaction(Work<T> work) {
        Deadline deadline = Deadline.in(limits.work());
        try (Connection connection = pool.getConnection()) {
            return commit(work, connection, new Transaction(connection, deadline));
        } catch (SQLException e) {
            throw SqlProblem.translate(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private static <T> T commit(Work<T> work, Connection connection, Transaction transaction)
            throws SQLException {
        try {
            T result = work.run(transaction);
            transaction.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static void rollBack(Connection connection, Exception because) {
        try {
            // A connection too slow for this is given up: the database then rolls back by itself.
            connection.setNetworkTimeout(Runnable::run, ROLLBACK_MILLIS);
            connection.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    private static HikariConfig poolOf(DatabaseSettings settings) {
        TimeLimits limits = settings.limits();
        HikariConfig config = new HikariConfig();
        config.setPoolName("bank");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(settings.poolSize());
        // None is made in advance: a pool that wants idle ones goes on trying while the database is
        // away, ever more rarely, and would sleep up to 5 s after it is back.
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(limits.acquire().toMillis());
        config.setValidationTimeout(limits.acquire().toMillis() / 2);
        config.setExceptionOverrideClassName(LeaveStandby.class.getName());
        config.addDataSourceProperty("connectTimeout", limits.connect().toSeconds());
        config.addDataSourceProperty("loginTimeout", limits.connect().toSeconds());
        config.addDataSourceProperty("socketTimeout", limits.silence().toSeconds());
        // A limit on statements would be wrong: it also breaks off a commit that waits for the
        // standby, and then PostgreSQL says that it is done.
        config.addDataSourceProperty(
                "options", "-c lock_timeout=" + limits.lock().toMillis());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("ApplicationName", "portal");
        return config;
    }
}
