package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Takes letters to a mail server: SMTP, as RFC 5321 has it, in one connection for each. */
record MailCarrier(Network network, Duration patience) implements Carrier {
    private static final String SERVER = "mail";
    private static final int PORT = 25;
    private static final String FROM = "news@shop.example";
    private static final String MORE = "-";

    @Override
    public String carry(Letter letter, String sent) throws IOException {
        try (Socket socket = network.dial(SERVER, PORT, patience)) {
            socket.setSoTimeout((int) patience.toMillis());
            Dialogue server = new Dialogue(
                    new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)),
                    socket.getOutputStream());
            server.hear('2');
            server.say("EHLO shop.example", '2');
            server.say("MAIL FROM:<" + FROM + ">", '2');
            server.say("RCPT TO:<" + letter.address() + ">", '2');
            server.say("DATA", '3');
            server.say(message(letter, sent) + "\r\n.", '2');
            return letter.id();
        }
    }

    private static String message(Letter letter, String sent) {
        String text = Carrier.text(letter, sent).replaceAll("(?m)^\\.", "..");
        return String.join(
                "\r\n",
                "From: The shop <" + FROM + ">",
                "To: <" + letter.address() + ">",
                "Subject: " + subject(letter),
                "Message-ID: <" + letter.id().replaceAll("[^A-Za-z0-9.-]", "-") + "@shop.example>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "",
                text.replace("\n", "\r\n"));
    }

    private static String subject(Letter letter) {
        return letter.incident().isEmpty()
                ? "A test of this way to you"
                : "News of " + letter.incident() + ": " + letter.fact("State");
    }

    /** What is said on a connection, line by line. */
    private record Dialogue(BufferedReader in, OutputStream out) {
        void say(String line, char wanted) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            hear(wanted);
        }

        /** Waits for an answer that begins so; the last of its lines has no dash. */
        void hear(char wanted) throws IOException {
            String line = in.readLine();
            while (line != null && line.length() > 3 && line.startsWith(MORE, 3)) {
                line = in.readLine();
            }
            if (line == null || line.isEmpty()) {
                throw new IOException("the mail server hung up");
            }
            if (line.startsWith("421") || line.startsWith("45")) {
                throw new Throttled("mail");
            }
            if (line.charAt(0) != wanted) {
                throw new IOException("the mail server says " + line);
            }
        }
    }
}
