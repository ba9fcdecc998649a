package io.firedrill.systems.company;

import com.fasterxml.jackson.databind.JsonNode;

import io.firedrill.topology.inprocess.Host;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The records, as one desk reads and writes them. */
record Ledger(WebCall records, String who, Duration patience) {
    private static final String LETTER = "desk/letter/";
    private static final String INCIDENT = "desk/incident";

    static Ledger of(Host host, Times times) {
        WebCall records = new WebCall(host.network(), Records.NAME, Records.PORT);
        return new Ledger(records, host.name(), times.machines().patience());
    }

    /** Asks to be the one desk at work; says whether it is. */
    boolean lease() throws IOException {
        return send(new WebRequest("POST", "/lease?who=" + who, Map.of(), WebRequest.JSON, "{}"))
                .ok();
    }

    /** Gives what is new from outside: alert, acknowledgements, reports. */
    Map<String, String> news() throws IOException {
        return under("news/");
    }

    /** Gives the last incident as it was last told; empty where there never was one. */
    Optional<Incident> incident() throws IOException {
        String text = under(INCIDENT).get(INCIDENT);
        return text == null ? Optional.empty() : Optional.of(Json.read(text, Incident.class));
    }

    /** Gives every letter. */
    Collection<Letter> letters() throws IOException {
        Map<String, Letter> letters = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : under(LETTER).entrySet()) {
            letters.put(entry.getKey(), Json.read(entry.getValue(), Letter.class));
        }
        return letters.values();
    }

    /** Notes letters, and the incident that they are about where it went on; all or nothing. */
    void keep(Optional<Incident> incident, Collection<Letter> letters) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        letters.forEach(letter -> entries.put(LETTER + letter.id(), Json.text(letter)));
        incident.ifPresent(it -> entries.put(INCIDENT, Json.text(it)));
        if (!send(WebRequest.post("/book?who=" + who, entries)).ok()) {
            throw new IOException(who + " is not the desk at work");
        }
    }

    /** Gives the address under which providers call back. */
    String address() throws IOException {
        return records.address(patience);
    }

    private Map<String, String> under(String prefix) throws IOException {
        WebAnswer answer = send(WebRequest.get("/book?under=" + prefix));
        if (!answer.ok()) {
            throw new IOException("the records can not be read");
        }
        JsonNode found = Json.tree(answer.body());
        Map<String, String> entries = new LinkedHashMap<>();
        found.fields()
                .forEachRemaining(
                        entry -> entries.put(entry.getKey(), entry.getValue().asText()));
        return entries;
    }

    private WebAnswer send(WebRequest request) throws IOException {
        return records.send(request, patience);
    }
}
