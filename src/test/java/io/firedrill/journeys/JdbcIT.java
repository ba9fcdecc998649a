package io.firedrill.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.journeys.JdbcInsert;
import io.firedrill.NeedsDocker;
import io.firedrill.systems.bank.PostgresContainer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a journey through JDBC in a drill against a real PostgreSQL. */
@NeedsDocker
final class JdbcIT {
    @TempDir
    Path folder;

    @Test
    void rowsByJdbc() throws SQLException {
        try (PostgresContainer server = new PostgresContainer()) {
            server.start();
            prepare(server.url());
            int port = URI.create(server.url().substring("jdbc:".length())).getPort();

            Path system = Played.copy(
                    Path.of("src/docs/example/journeys/rows"),
                    folder.resolve("rows"),
                    Map.of("@postgres@", "" + port));
            Played played = Played.of(system, new Gateway(), new JdbcInsert());

            assertThat(played.causes()).isEmpty();
            ProtocolsIT.failsInEveryWay(played, "booking");
            ProtocolsIT.everyAcknowledgedWriteWasFound(played, "booking");
        }
    }

    private static void prepare(String url) throws SQLException {
        try (Connection root = DriverManager.getConnection(url + "?user=bank");
                Statement statement = root.createStatement()) {
            statement.execute("create role teller login password 'open-sesame-7731'");
            statement.execute("create database bank owner teller");
        }
        String bank = url.replace("/postgres", "/bank");
        try (Connection teller = DriverManager.getConnection(bank + "?user=teller");
                Statement statement = teller.createStatement()) {
            statement.execute("create table booking (id text primary key)");
        }
    }
}
