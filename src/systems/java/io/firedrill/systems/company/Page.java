package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Disk;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A page that people look at: shows the newest notice, keeps it when its host dies, and says so
 * where it is old.
 */
final class Page implements WebServer.Pages {
    private static final String FILE = "notice";
    private static final String STYLE =
            "body { font-family: sans-serif; max-width: 40em }\n" + ".old { font-weight: bold }\n";

    private final Disk disk;
    private final Clock clock;
    private final Duration oldAfter;
    private final Instant begin;

    Page(Disk disk, Clock clock, Times times) {
        this.disk = disk;
        this.clock = clock;
        this.oldAfter = times.slow().cadence().plus(times.promise());
        this.begin = clock.instant();
    }

    @Override
    public WebAnswer answer(WebRequest request) throws IOException {
        return switch (request.method() + " " + request.path()) {
            case "PUT /notice" -> show(request.body());
            case "GET /style.css" -> new WebAnswer(200, "text/css", STYLE);
            case "GET /" -> WebAnswer.html(html());
            default -> WebAnswer.notFound();
        };
    }

    private WebAnswer show(String text) {
        String changed = "Changed: " + Wording.time(clock.instant());
        disk.replace(FILE, List.of((text + "\n" + changed).split("\n")));
        return WebAnswer.done();
    }

    private String html() {
        List<String> lines = disk.lines(FILE);
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>"
                + "<meta charset=\"utf-8\"><title>Is the shop open?</title>"
                + "<link rel=\"stylesheet\" href=\"/style.css\"></head><body>\n"
                + "<h1>Is the shop open?</h1>\n");
        for (String line : lines.isEmpty() ? calm() : lines) {
            html.append("<p>").append(escaped(line)).append("</p>\n");
        }
        if (isOld(lines)) {
            html.append("<p class=\"old\">This page has not been updated for a while; what it says"
                    + " may have changed.</p>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private List<String> calm() {
        return List.of(
                "Everything works.", "State: operational", "Changed: " + Wording.time(begin));
    }

    /** News of an open incident must not stand here for long; after the end they may. */
    private boolean isOld(List<String> lines) {
        boolean open = !lines.isEmpty() && !lines.contains("State: " + State.RESOLVED.word());
        return open
                && lines.stream()
                        .filter(line -> line.startsWith("Changed: "))
                        .map(line -> Instant.parse(line.substring("Changed: ".length())))
                        .anyMatch(changed -> changed.plus(oldAfter).isBefore(clock.instant()));
    }

    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
