package io.firedrill.systems.company;

import io.firedrill.topology.inprocess.Host;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/**
 * Calls whoever is on call, in PagerDuty's form; the provider says in the records who answered.
 *
 * @param records where the provider finds them
 */
record Pager(WebCall provider, WebCall records, Duration patience) {
    private static final int PORT = 80;
    private static final String ROUTING_KEY = "shop";

    /** Finds the pager of that name. */
    static Pager of(String name, Host host, Times times) {
        return new Pager(
                new WebCall(host.network(), name, PORT),
                new WebCall(host.network(), Records.NAME, Records.PORT),
                times.machines().patience());
    }

    /**
     * Calls somebody.
     *
     * @param key what the call is about; more calls of the same key are one
     * @throws IOException where the provider does not take it
     */
    void call(String key, String words) throws IOException {
        send(Map.of(
                "routing_key",
                ROUTING_KEY,
                "event_action",
                "trigger",
                "dedup_key",
                key,
                "client_url",
                records.address(patience),
                "payload",
                Map.of("summary", words, "source", "monitoring", "severity", "critical")));
    }

    /** Says that it is over. */
    void over(String key) throws IOException {
        send(Map.of("routing_key", ROUTING_KEY, "event_action", "resolve", "dedup_key", key));
    }

    private void send(Map<String, Object> event) throws IOException {
        WebAnswer answer = provider.send(WebRequest.post("/v2/enqueue", event), patience);
        if (!answer.ok()) {
            throw new IOException("the pager answers " + answer.status());
        }
    }
}
