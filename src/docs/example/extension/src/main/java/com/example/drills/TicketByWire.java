package com.example.drills;

import io.firedrill.journal.AttemptReason;
import io.firedrill.scenario.JourneyKind;
import io.firedrill.scenario.Setting;
import io.firedrill.traffic.ActiveJourney;
import io.firedrill.traffic.Journey;
import io.firedrill.traffic.JourneyPlace;
import io.firedrill.traffic.Seen;
import io.firedrill.traffic.Visit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Takes a ticket by the drawer's own protocol: a line there, {@code note <id>}, and a line back,
 * how often it is there.
 */
public final class TicketByWire implements Journey {
    @Override
    public JourneyKind kind() {
        return new JourneyKind(
                "ticket-by-wire",
                List.of(Setting.optional(
                        "prefix", Setting.Type.TEXT, "", "begins each ticket's id")),
                JourneyKind.Writes.COUNTED,
                "a ticket is noted over a plain connection");
    }

    @Override
    public ActiveJourney begin(JourneyPlace place) {
        return new Wire(place);
    }

    private record Wire(JourneyPlace place) implements ActiveJourney {
        @Override
        public Seen attempt(Visit visit) {
            try (Socket drawer = connect()) {
                return ask("note", visit, drawer) == 1
                        ? Seen.ok()
                        : Seen.unknown(AttemptReason.BODY, "noted more than once");
            } catch (Unconnected failure) {
                return Seen.failed(failure.getCause()); // nothing can have been written
            } catch (IOException failure) {
                return Seen.unknown(failure); // something may have been
            }
        }

        @Override
        public int count(Visit visit) throws IOException {
            try (Socket drawer = connect()) {
                return ask("count", visit, drawer);
            }
        }

        private Socket connect() throws Unconnected {
            Socket socket = new Socket();
            try {
                socket.connect(place.address(), place.millis());
                socket.setSoTimeout(place.millis());
                return socket;
            } catch (IOException failure) {
                throw new Unconnected(failure);
            }
        }

        private int ask(String word, Visit visit, Socket drawer) throws IOException {
            String line = word + " " + place.settings().text("prefix") + visit.write() + "\n";
            drawer.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(
                            new InputStreamReader(drawer.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            if (answer == null) {
                throw new IOException("it hung up");
            }
            return Integer.parseInt(answer);
        }
    }

    /** No connection came to be. */
    private static final class Unconnected extends IOException {
        private static final long serialVersionUID = 1L;

        Unconnected(IOException cause) {
            super(cause);
        }
    }
}
