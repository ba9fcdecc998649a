package io.firedrill.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A way on which people are told. Either components send to a provider outside of the system, whom
 * they find under a name and port of his own, and whose place an inbox of ours takes ({@code at});
 * or somebody looks at a page of the system ({@code look}).
 *
 * @param name its name in the plan and in reports
 * @param speaks the provider's manners: smtp, twilio, sns, ntfy, fcm, slack, teams, mastodon,
 *     pagerduty, webhook, page, statuspage, feed, file
 * @param at under which name and port components find the provider; links lead there
 * @param look where a page is read
 * @param settings what the provider asks for (user, password, rate, secret) and how he behaves, as
 *     it is written: a secret by its name, {@code ${SMS_TOKEN}}, lists joined by commas
 * @param templates language to how facts are read out of its messages; English where none is given
 */
public record Channel(
        String name,
        String speaks,
        Optional<Endpoint> at,
        Optional<Look> look,
        Map<String, String> settings,
        Map<String, Template> templates) {

    /**
     * Gives the same, with the value of each secret in place of its name.
     *
     * @param secrets name to value, without {@code ${}}
     */
    public Channel filled(Map<String, String> secrets) {
        Map<String, String> filled = new LinkedHashMap<>();
        settings.forEach((key, text) -> filled.put(key, filled(text, secrets)));
        return new Channel(name, speaks, at, look, Map.copyOf(filled), templates);
    }

    private static String filled(String text, Map<String, String> secrets) {
        boolean secret = text.startsWith("${") && text.endsWith("}");
        return secret ? secrets.getOrDefault(text.substring(2, text.length() - 1), text) : text;
    }

    /**
     * Where a page is read.
     *
     * @param entry the entry it is reached through
     * @param path its path
     */
    public record Look(String entry, String path) {}

    /**
     * How facts are read out of a message.
     *
     * @param patterns name of a fact to a regular expression whose first group is the fact, over
     *     the text; or to a JSONPath (begins with {@code $}), over a JSON body
     */
    public record Template(Map<String, String> patterns) {}
}
