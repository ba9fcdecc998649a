package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** What people read of a Slack message: its text, else its blocks, and its attachments. */
final class SlackText {
    private SlackText() {}

    /** Gives the text; empty where there is none. */
    static String of(JsonNode message) {
        List<String> lines = new ArrayList<>();
        if (message.path("blocks").isEmpty()) {
            lines.add(message.path("text").asText(""));
        } else {
            message.path("blocks").forEach(block -> blocks(block, lines));
        }
        message.path("attachments").forEach(attachment -> {
            lines.add(attachment.path("pretext").asText(""));
            lines.add(attachment.path("title").asText(""));
            lines.add(attachment.path("text").asText(""));
            attachment
                    .path("fields")
                    .forEach(field -> lines.add(field.path("title").asText("") + ": "
                            + field.path("value").asText("")));
            attachment.path("blocks").forEach(block -> blocks(block, lines));
        });
        String text = Texts.lines(lines.toArray(String[]::new));
        return text.isEmpty() ? message.path("text").asText("") : unescaped(text);
    }

    /** Sections, headers and contexts carry a text object, or several in fields or elements. */
    private static void blocks(JsonNode block, List<String> lines) {
        lines.add(text(block.path("text")));
        block.path("fields").forEach(field -> lines.add(text(field)));
        block.path("elements").forEach(element -> lines.add(text(element)));
    }

    private static String text(JsonNode text) {
        return text.isTextual() ? text.asText() : text.path("text").asText("");
    }

    /** Slack's senders write these three signs so. */
    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
