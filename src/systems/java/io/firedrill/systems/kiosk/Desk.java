package io.firedrill.systems.kiosk;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What customers see: {@code POST /tickets/<id>} hands out a ticket, {@code GET /tickets/<id>} says
 * how many there are for that id.
 */
final class Desk implements Program {
    static final int PORT = 8080;

    private static final Duration PATIENCE = Duration.ofMillis(150);

    @Override
    public void start(Host host) throws IOException {
        host.network().serve(PORT, connection -> answer(connection, host));
    }

    private static void answer(Socket connection, Host host) throws IOException {
        BufferedReader in = reader(connection);
        String request = in.readLine();
        for (String header = request; header != null && !header.isEmpty(); ) {
            header = in.readLine();
        }
        if (request != null) {
            String answer = page(request, host);
            connection.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String page(String request, Host host) {
        String id = request.replaceAll("^\\S+ /tickets/(\\S+) .*", "$1");
        String question = request.startsWith("POST") ? "note " + id : "count " + id;
        try {
            return http("200 OK", "{\"tickets\": " + ask(question, host) + "}");
        } catch (IOException e) {
            host.console().log("no answer from the drawer: " + e.getMessage());
            return http("503 Service Unavailable", "{}");
        }
    }

    private static int ask(String question, Host host) throws IOException {
        try (Socket drawer = host.network().dial("drawer", Drawer.PORT, PATIENCE)) {
            drawer.setSoTimeout((int) PATIENCE.toMillis());
            drawer.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            return Integer.parseInt(String.valueOf(reader(drawer).readLine()));
        } catch (NumberFormatException hungUp) {
            throw new IOException("it hung up", hungUp);
        }
    }

    private static BufferedReader reader(Socket connection) throws IOException {
        return new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String http(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }
}
