package com.example.counter;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Part;
import io.firedrill.topology.inprocess.PocketSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A bell that asks one clerk, and the other where the first does not answer. */
public final class Counter implements PocketSystem {
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration RESTART = Duration.ofMillis(200);
    private static final int DOOR = 8080;
    private static final int DESK = 7;

    @Override
    public String name() {
        return "counter";
    }

    @Override
    public List<Part> parts(Map<String, String> settings) {
        return List.of(
                Part.of("clerk-1", Counter::clerk).restartedAfter(RESTART),
                Part.of("clerk-2", Counter::clerk).restartedAfter(RESTART),
                Part.of("bell", Counter::bell));
    }

    private static void clerk(Host host) throws IOException {
        host.network().serve(DESK, connection -> say(connection, "{\"counter\": \"open\"}\n"));
    }

    private static void bell(Host host) throws IOException {
        host.network().serve(DOOR, connection -> {
            BufferedReader request = reader(connection);
            while (!String.valueOf(request.readLine()).isEmpty()) {
                // The request itself does not matter.
            }
            String body = answer(host);
            say(connection, "HTTP/1.1 " + (body.equals("{}") ? "503 Closed" : "200 OK")
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                    + "\r\nConnection: close\r\n\r\n" + body);
        });
    }

    private static String answer(Host host) {
        for (String clerk : List.of("clerk-1", "clerk-2")) {
            try (Socket desk = host.network().dial(clerk, DESK, PATIENCE)) {
                desk.setSoTimeout((int) PATIENCE.toMillis());
                String line = reader(desk).readLine();
                if (line != null) {
                    return line;
                }
            } catch (IOException e) {
                host.console().log(clerk + " does not answer: " + e.getMessage());
            }
        }
        return "{}";
    }

    private static BufferedReader reader(Socket connection) throws IOException {
        return new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void say(Socket connection, String text) throws IOException {
        connection.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
