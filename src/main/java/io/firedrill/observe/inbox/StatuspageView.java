package io.firedrill.observe.inbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.firedrill.journal.Fact;
import io.firedrill.observe.NoticeReader;
import io.firedrill.observe.NoticeReader.Reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Statuspage's API, version 2: {@code summary.json} for what is open, {@code incidents.json} for
 * the latest where nothing is. Both list the newest first.
 */
final class StatuspageView implements View {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NoticeReader reader;

    StatuspageView(NoticeReader reader) {
        this.reader = reader;
    }

    @Override
    public String address(String path) {
        return api(path, "summary.json");
    }

    private static String api(String path, String name) {
        return (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + "/api/v2/"
                + name;
    }

    @Override
    public Glance read(Browser.Page page, Browser browser, String path) {
        Browser.Page history = browser.get(api(path, "incidents.json"));
        JsonNode summary = tree(page.body());
        JsonNode incidents = history.ok() ? tree(history.body()) : MissingNode.getInstance();
        Reading reading = facts(summary, incidents);
        if (!summary.isObject()) {
            reading = reading.found("summary.json is no JSON object");
        }
        if (history.ok() && !incidents.isObject()) {
            reading = reading.found("incidents.json is no JSON object");
        }
        String trouble = history.answered() ? "status " + history.code() : history.trouble();
        boolean whole = summary.isObject() && incidents.isObject();
        return new Glance(whole, reading, history.ok() ? "" : "incidents.json: " + trouble);
    }

    private static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }

    private Reading facts(JsonNode summary, JsonNode incidents) {
        JsonNode open = summary.path("incidents").path(0);
        JsonNode newest = open.isObject() ? open : incidents.path("incidents").path(0);
        String indicator = summary.path("status").path("indicator").asText("");
        boolean well = indicator.equals("none");
        Reading reading = newest.isObject() ? of(newest) : new Reading(Map.of(), List.of());
        if (open.isObject() && well) {
            reading = reading.found("the indicator says 'none' while an incident is open");
        }
        if (summary.isObject() && !open.isObject() && !well) {
            reading =
                    reading.found("the indicator says '" + indicator + "' and no incident is open");
        } else if (!newest.isObject() && well && incidents.isObject()) {
            reading = reading.with(Fact.STATE, "operational");
        }
        String changed = summary.path("page").path("updated_at").asText("");
        return changed.isEmpty() ? reading : reading.orElse(Fact.CHANGED, changed);
    }

    private Reading of(JsonNode incident) {
        String name = incident.path("name").asText("");
        String update = incident.path("incident_updates").path(0).path("body").asText("");
        String text = (name + "\n" + Html.text(update.replace("\n", "<br>"))).strip();
        String status = incident.path("status").asText("");
        Reading reading = reader.readJson(incident.toString(), text);
        reading = orElse(reading, Fact.INCIDENT, incident.path("id").asText(""));
        reading = orElse(reading, Fact.STATE, status.equals("postmortem") ? "resolved" : status);
        reading = orElse(reading, Fact.IMPACT, name);
        return orElse(reading, Fact.AFFECTED, names(incident.path("components")));
    }

    private static Reading orElse(Reading reading, String fact, String value) {
        return value.isBlank() ? reading : reading.orElse(fact, value);
    }

    private static String names(JsonNode components) {
        return StreamSupport.stream(components.spliterator(), false)
                .map(component -> component.path("name").asText(""))
                .collect(Collectors.joining(","));
    }
}
