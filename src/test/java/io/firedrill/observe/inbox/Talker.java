package io.firedrill.observe.inbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A sender with no manners: says what it likes, line by line, over a plain socket. */
final class Talker implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Talker(int port) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = socket.getOutputStream();
    }

    /** Hears one reply: its last line; empty where the other side has gone. */
    String hear() throws IOException {
        String line = in.readLine();
        while (line != null && line.length() > 3 && line.charAt(3) == '-') {
            line = in.readLine();
        }
        return line == null ? "" : line;
    }

    /** Says whether the other side has gone, in whichever way. */
    boolean gone() throws IOException {
        try {
            return hear().isEmpty();
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Says a line, and hears the reply. */
    String ask(String line) throws IOException {
        send(line + "\r\n");
        return hear();
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Opens a conversation in SMTP and names a sender and recipients. */
    void mailTo(String... recipients) throws IOException {
        hear();
        ask("EHLO sender.example");
        ask("MAIL FROM:<desk@bank.example>");
        for (String recipient : recipients) {
            ask("RCPT TO:<" + recipient + ">");
        }
    }

    /** Sends a mail, and hears what becomes of it. */
    String mail(String text) throws IOException {
        ask("DATA");
        return ask(text.replace("\n", "\r\n") + "\r\n.");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
