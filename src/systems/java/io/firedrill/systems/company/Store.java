package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Disk;
import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Keeps the orders, each once, on its disk. */
final class Store implements Program {
    static final String NAME = "store";
    static final int PORT = 5432;

    private static final String FILE = "orders";

    @Override
    public void start(Host host) throws IOException {
        host.network().serve(PORT, new WebServer(request -> answer(host.disk(), request)));
    }

    private static WebAnswer answer(Disk disk, WebRequest request) throws IOException {
        if (request.method().equals("GET")) {
            String id = request.parameter("id");
            List<String> found = disk.lines(FILE).stream().filter(id::equals).toList();
            return WebAnswer.json(200, Map.of("orders", found));
        }
        String id = Json.tree(request.body()).path("id").asText();
        synchronized (disk) {
            if (!disk.lines(FILE).contains(id)) {
                disk.append(FILE, id);
            }
        }
        return WebAnswer.json(201, Map.of("id", id));
    }
}
