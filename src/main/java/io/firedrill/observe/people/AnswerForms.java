package io.firedrill.observe.people;

import io.firedrill.journal.JournalException;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The forms of the page for answers: as HTML, and as they come back. */
final class AnswerForms {
    private static final String HEAD = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>A drill asks</title>REFRESH
            <style>
            body{font:18px/1.5 sans-serif;max-width:40em;margin:1em auto;padding:0 1em}
            body{color:#111;background:#fff}
            form,.note{border:1px solid #767676;border-radius:6px;padding:1em;margin:1em 0}
            .prompt{font-size:1.2em;white-space:pre-wrap;overflow-wrap:anywhere}
            input[type=text]{width:100%;box-sizing:border-box;font:inherit;padding:.4em}
            button{font:inherit;padding:.5em 1.2em;margin:.8em .6em 0 0}
            </style></head><body><h1>A drill asks</h1>
            """;
    /** A page that is being filled in is left alone. */
    private static final String LOOK_AGAIN = "<meta http-equiv=\"refresh\" content=\"2\">";

    private AnswerForms() {}

    /** Something asked, and the key by which its form is known; nobody guesses it. */
    record Shown(String key, Asking asking) {}

    /** Writes the page; {@code why} says why the last answer was not taken, and may be empty. */
    static String page(List<Shown> all, String why) {
        StringBuilder html = new StringBuilder();
        if (!why.isEmpty()) {
            html.append("<p class=\"note\" role=\"alert\">Not taken: ")
                    .append(escaped(why))
                    .append(".</p>\n");
        }
        int before = html.length();
        boolean answerable = false;
        for (Shown each : all) {
            Optional<Asking.Open> open = each.asking().open();
            open.ifPresent(it -> html.append(form(each.key(), it)));
            answerable |= open.filter(Asking.Open::there).isPresent();
        }
        if (html.length() == before) {
            html.append("<p>Nothing is asked at the moment.</p>\n");
        }
        html.append("<p><a href=\"\">Look again</a></p>\n");
        String head = HEAD.replace("REFRESH", answerable ? "" : LOOK_AGAIN);
        return head + html + "</body></html>\n";
    }

    private static String form(String key, Asking.Open open) {
        String head = "<h2>" + escaped(open.role()) + "</h2>\n<p>" + escaped(open.drill()) + ": "
                + escaped(open.place()) + "; " + left(open.left()) + "</p>\n<p class=\"prompt\">"
                + escaped(open.text()) + "</p>\n";
        if (!open.there()) {
            return "<div class=\"note\">" + head + "<p>" + escaped(open.role())
                    + " is absent in this drill, so nobody can answer yet.</p></div>\n";
        }
        StringBuilder form = new StringBuilder("<form method=\"post\">\n").append(head);
        form.append(hidden("asking", key)).append(hidden("line", String.valueOf(open.line())));
        form.append("<label>Note (the reason, where a line is left out)\n"
                + "<input type=\"text\" name=\"note\" maxlength=\"400\" autocomplete=\"off\">"
                + "</label>\n");
        for (String answer : open.answers()) {
            form.append("<button name=\"answer\" value=\"")
                    .append(escaped(answer))
                    .append("\">")
                    .append(escaped(answer))
                    .append("</button>\n");
        }
        return form.append("</form>\n").toString();
    }

    private static String left(Duration left) {
        return left.isNegative()
                ? "it is too late, and is written down all the same"
                : left.toSeconds() + " s are left";
    }

    private static String hidden(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + escaped(value) + "\">\n";
    }

    /** Writes text so that it is never markup. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * Takes a form that came back.
     *
     * @return why it was not taken; empty where it was
     */
    static Optional<String> take(List<Shown> all, String body) {
        try {
            Map<String, String> fields = fields(body);
            int line = Integer.parseInt(fields.getOrDefault("line", ""));
            String key = fields.getOrDefault("asking", "");
            Asking.Answer answer = new Asking.Answer(
                    line, fields.getOrDefault("answer", ""), fields.getOrDefault("note", ""));
            return all.stream()
                    .filter(shown -> shown.key().equals(key))
                    .findFirst()
                    .map(shown -> shown.asking().take(answer))
                    .orElse(Optional.of("this page did not ask that"));
        } catch (JournalException e) {
            return Optional.of("it could not be written down");
        } catch (IllegalArgumentException e) {
            return Optional.of("this is no form of the page"); // a number or an escape is none
        }
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
