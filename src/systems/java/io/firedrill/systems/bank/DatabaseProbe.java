package io.firedrill.systems.bank;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks the database whether it can be written to, over a connection of its own: a pool that is
 * merely busy must not look like a database that is away. For one thread.
 */
final class DatabaseProbe implements AutoCloseable {

    private final DatabaseSettings settings;
    private @Nullable Connection connection;

    DatabaseProbe(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Makes one round trip.
     *
     * @throws SQLException if there was no answer, or it is that nothing can be written
     */
    void ask() throws SQLException {
        try {
            if (isInRecovery(connected())) {
                throw new SQLException("the database is a standby");
            }
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            Connection old = connection;
            connection = null;
            old.close();
        }
    }

    private Connection connected() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(settings.url(), properties());
        }
        return connection;
    }

    private Properties properties() {
        String limit = Long.toString(settings.limits().connect().toSeconds());
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", limit);
        properties.setProperty("loginTimeout", limit);
        properties.setProperty("socketTimeout", limit);
        properties.setProperty("ApplicationName", "portal readiness");
        return properties;
    }

    private static boolean isInRecovery(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select pg_is_in_recovery()")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }
}
