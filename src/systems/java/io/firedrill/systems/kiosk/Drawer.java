package io.firedrill.systems.kiosk;

import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Notes who has a ticket. Hears a line, {@code note <id>} or {@code count <id>}, and answers with
 * how many tickets there are for that id now.
 */
record Drawer(Function<Host, Notes> notebook) implements Program {
    static final int PORT = 7;

    @Override
    public void start(Host host) throws IOException {
        Notes notes = notebook.apply(host);
        host.network().serve(PORT, connection -> answer(connection, notes));
    }

    private static void answer(Socket connection, Notes notes) throws IOException {
        BufferedReader in = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = connection.getOutputStream();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.write((answer(line.split(" ", 2), notes) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static int answer(String[] words, Notes notes) {
        String id = words[words.length - 1];
        if (words[0].equals("note")) {
            notes.note(id);
        }
        return notes.count(id);
    }
}
