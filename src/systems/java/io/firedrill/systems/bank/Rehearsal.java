package io.firedrill.systems.bank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/**
 * Starts a portal without a database, asks it a little and ends. Run once while the image is built:
 * the classes it loads are those that Java keeps ready for real starts (application class data
 * sharing).
 */
public final class Rehearsal {

    private static final Map<String, String> ENVIRONMENT = Map.of(
            "PORT", "0",
            "BANK_PASSWORD", "rehearsal",
            "BANK_TOKEN_SECRET", "rehearsal",
            "DB_PASSWORD", "rehearsal",
            "DB_URL", "jdbc:postgresql://127.0.0.1:1/bank");

    private Rehearsal() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (BankPortal portal = BankPortal.start(PortalSettings.from(ENVIRONMENT))) {
            URI portals = URI.create("http://127.0.0.1:" + portal.port());
            HttpClient client = HttpClient.newHttpClient();
            send(client, HttpRequest.newBuilder(portals.resolve("/ready")));
            send(
                    client,
                    HttpRequest.newBuilder(portals.resolve("/accounts"))
                            .header("Authorization", "Bearer none"));
            send(
                    client,
                    HttpRequest.newBuilder(portals.resolve("/sessions"))
                            .POST(HttpRequest.BodyPublishers.ofString("{\"customer\":\"ada\"}")));
        }
    }

    private static void send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        client.send(request.build(), BodyHandlers.discarding());
    }
}
