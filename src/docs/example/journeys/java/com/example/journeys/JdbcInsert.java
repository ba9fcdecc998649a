package com.example.journeys;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.Setting;
import io.firedrill.traffic.ActiveJourney;
import io.firedrill.traffic.Journey;
import io.firedrill.traffic.JourneyPlace;
import io.firedrill.traffic.Seen;
import io.firedrill.traffic.Visit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

/** A customer inserts a row through JDBC; tried with PostgreSQL. */
public final class JdbcInsert implements Journey {
    @Override
    public JourneyKind kind() {
        return new JourneyKind(
                "jdbc-insert",
                List.of(
                        Setting.required("url", Setting.Type.TEXT, "with {host} and {port}"),
                        Setting.required("user", Setting.Type.TEXT, "who signs in"),
                        Setting.required("password", Setting.Type.SECRET, "of that user"),
                        Setting.required("insert", Setting.Type.TEXT, "takes the write's id"),
                        Setting.required("count", Setting.Type.TEXT, "takes it, and counts")),
                JourneyKind.Writes.COUNTED,
                "a row is inserted and committed");
    }

    @Override
    public ActiveJourney begin(JourneyPlace place) {
        return new Rows(place);
    }

    private record Rows(JourneyPlace place) implements ActiveJourney {
        @Override
        public Seen attempt(Visit visit) {
            try (Connection connection = connect()) {
                return insert(visit, connection);
            } catch (SQLException failure) {
                return answered(failure) ? no(failure) : Seen.failed(failure);
            }
        }

        private Seen insert(Visit visit, Connection connection) {
            try (PreparedStatement insert = statement("insert", visit, connection)) {
                insert.executeUpdate();
                return Seen.ok();
            } catch (SQLException failure) {
                // an error that the server names has undone the statement; a lost connection,
                // or a server that is told to stop (57P..), leaves open what became of it
                return answered(failure) ? no(failure) : Seen.unknown(failure);
            }
        }

        private static boolean answered(SQLException failure) {
            String state = String.valueOf(failure.getSQLState());
            return state.length() == 5 && !state.startsWith("08") && !state.startsWith("57P0");
        }

        private static Seen no(SQLException failure) {
            return Seen.failed(
                    AttemptReason.STATUS, failure.getSQLState() + " " + failure.getMessage());
        }

        private Connection connect() throws SQLException {
            String seconds = "" + Math.max(1, (place.millis() + 999) / 1000);
            Properties properties = new Properties();
            properties.put("user", place.settings().text("user"));
            properties.put("password", place.settings().text("password"));
            properties.put("connectTimeout", seconds);
            properties.put("socketTimeout", seconds);
            String url = place.settings()
                    .text("url")
                    .replace("{host}", place.host())
                    .replace("{port}", "" + place.port());
            return DriverManager.getConnection(url, properties);
        }

        private PreparedStatement statement(String setting, Visit visit, Connection connection)
                throws SQLException {
            connection.setNetworkTimeout(Runnable::run, place.millis());
            PreparedStatement statement =
                    connection.prepareStatement(place.settings().text(setting));
            statement.setString(1, visit.write());
            return statement;
        }

        @Override
        public int count(Visit visit) throws SQLException {
            try (Connection connection = connect();
                    PreparedStatement count = statement("count", visit, connection);
                    ResultSet rows = count.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
