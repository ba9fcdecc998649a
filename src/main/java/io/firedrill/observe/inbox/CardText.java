package io.firedrill.observe.inbox;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people read of a card in Teams, a line for each text in it. */
final class CardText {
    private static final Set<String> READ =
            Set.of("title", "text", "activityTitle", "activitySubtitle", "activityText");
    private static final int DEEP_AT_MOST = 50;

    private CardText() {}

    /** Gives the text; the summary where the card shows nothing else. */
    static String of(JsonNode card) {
        List<String> lines = new ArrayList<>();
        collect(card, lines, 0);
        String text = Texts.lines(lines.toArray(String[]::new));
        return text.isEmpty() ? card.path("summary").asText("") : text;
    }

    /** Goes through a card in the order of its parts; actions are not read out. */
    private static void collect(JsonNode part, List<String> lines, int depth) {
        if (depth > DEEP_AT_MOST) {
            return;
        }
        if (isFact(part)) {
            lines.add(label(part) + ": " + part.path("value").asText(""));
            return;
        }
        part.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (value.isTextual() && READ.contains(field.getKey())) {
                lines.add(value.asText());
            } else if (!field.getKey().toLowerCase(Locale.ROOT).endsWith("actions")) {
                collect(value, lines, depth + 1);
            }
        });
        if (part.isArray()) {
            part.forEach(inner -> collect(inner, lines, depth + 1));
        }
    }

    /** A message card names it, an adaptive card titles it. */
    private static boolean isFact(JsonNode part) {
        return part.has("value") && (part.has("name") || part.has("title"));
    }

    private static String label(JsonNode fact) {
        String label = fact.path("name").asText(fact.path("title").asText(""));
        return label.endsWith(":") ? label.substring(0, label.length() - 1) : label;
    }
}
