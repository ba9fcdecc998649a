package io.firedrill.systems.company;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Disk;
import io.firedrill.topology.inprocess.Host;
import io.firedrill.topology.inprocess.Program;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The company's one record of what happened: what monitoring sees, what providers call back about,
 * what the desks decided. Gives the lease by which one desk works at a time; what a desk without
 * the lease wants to write is refused.
 */
record Records(Times times) implements Program {
    static final String NAME = "records";
    static final int PORT = 7000;
    static final String ALERT = "news/alert";
    static final String ACKNOWLEDGED = "news/acknowledged/";
    static final String REPORT = "news/report/";

    @Override
    public void start(Host host) throws IOException {
        Book book = new Book(host.disk());
        Office office = new Office(host, book, times);
        host.network().serve(PORT, new WebServer(office::answer));
    }

    /** Keys and what stands under them, on the disk. */
    private static final class Book {
        private static final String FILE = "book";

        private final Disk disk;
        private final Map<String, String> entries = new LinkedHashMap<>();

        Book(Disk disk) throws IOException {
            this.disk = disk;
            for (String line : disk.lines(FILE)) {
                entries.putAll(texts(line));
            }
        }

        /** Puts entries in, all or none. */
        synchronized void put(Map<String, String> more) {
            disk.append(FILE, Json.text(more));
            entries.putAll(more);
        }

        synchronized Map<String, String> under(String prefix) {
            Map<String, String> found = new LinkedHashMap<>();
            entries.forEach((key, value) -> {
                if (key.startsWith(prefix)) {
                    found.put(key, value);
                }
            });
            return found;
        }
    }

    private static Map<String, String> texts(String object) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        Json.tree(object)
                .fields()
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /** The record while it runs. */
    private static final class Office {
        private static final WebAnswer NOT_YOURS =
                WebAnswer.json(409, Map.of("error", "Another desk is at work."));

        private final Host host;
        private final Book book;
        private final Times times;
        private String holder;
        private long until;

        /** Who held the lease when this process died may hold it still. */
        Office(Host host, Book book, Times times) {
            this.host = host;
            this.book = book;
            this.times = times;
            this.holder = Optional.ofNullable(book.under("lease").get("lease")).orElse("");
            this.until = holder.isEmpty() ? now() : now() + leaseNanos();
        }

        private long now() {
            return host.work().nanos();
        }

        private long leaseNanos() {
            return times.machines().lease().toNanos();
        }

        synchronized WebAnswer answer(WebRequest request) throws IOException {
            return switch (request.method() + " " + request.path()) {
                case "POST /lease" -> lease(request.parameter("who"));
                case "GET /book" -> WebAnswer.json(200, book.under(request.parameter("under")));
                case "POST /book" -> write(request);
                case "PUT /alert" -> note(ALERT, request.body());
                case "POST /reports" ->
                    report(new WebRequest(
                            "GET", "?" + request.body(), Map.of(), WebRequest.TEXT, ""));
                case "POST /acknowledgements" -> acknowledge(request.body());
                default -> WebAnswer.notFound();
            };
        }

        private WebAnswer lease(String who) {
            if (!who.equals(holder) && now() - until < 0) {
                return NOT_YOURS;
            }
            if (!who.equals(holder)) {
                holder = who;
                book.put(Map.of("lease", who));
            }
            until = now() + leaseNanos();
            return WebAnswer.done();
        }

        private WebAnswer write(WebRequest request) throws IOException {
            if (!request.parameter("who").equals(holder) || now() - until >= 0) {
                return NOT_YOURS;
            }
            book.put(texts(request.body()));
            return WebAnswer.done();
        }

        private WebAnswer note(String key, String value) {
            book.put(Map.of(key, value));
            return WebAnswer.done();
        }

        /** A provider says what became of a message; only a bad end matters to anybody. */
        private WebAnswer report(WebRequest form) {
            String status = form.parameter("MessageStatus");
            return status.equals("undelivered") || status.equals("failed")
                    ? note(REPORT + form.parameter("MessageSid"), status)
                    : WebAnswer.done();
        }

        /** Whoever is on call has seen it: the pager says so, with the key of the alert. */
        private WebAnswer acknowledge(String body) throws IOException {
            for (JsonNode key : Json.tree(body).findValues("incident_key")) {
                note(ACKNOWLEDGED + key.asText(), "yes");
            }
            return WebAnswer.done();
        }
    }
}
