package io.firedrill.scenario.draft;

import io.firedrill.scenario.ComposeOutline;
import io.firedrill.scenario.ComposeOutline.Part;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One place in a Compose file that tells where a service finds another one.
 *
 * @param provider the service that is found
 * @param port empty where only the name is told
 * @param source where it stands, never what: there are passwords in connection strings
 */
record Clue(String provider, Optional<Integer> port, String source) {
    private static final Pattern URL =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(?:[^\\s/]*@)?([^\\s/?#;\"']+)");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9_.:-])([A-Za-z0-9][A-Za-z0-9_.-]*):([0-9]{2,5})(?![0-9.])");
    private static final Pattern HOST_KEY = Pattern.compile(
            "(.*?)[_.-]?(?:HOST|HOSTNAME|SERVER|ADDR|ADDRESS|ENDPOINT)S?",
            Pattern.CASE_INSENSITIVE);

    /** Finds every clue that a service holds. */
    static List<Clue> of(Part part, ComposeOutline outline) {
        List<Clue> clues = new ArrayList<>();
        part.environment().forEach((key, value) -> {
            clues.addAll(inText(value, "'" + key + "'", outline));
            clues.addAll(pair(key, value, part.environment(), outline));
        });
        part.command().forEach(word -> clues.addAll(inText(word, "its command", outline)));
        part.mounted().forEach((name, text) -> clues.addAll(inText(text, name, outline)));
        return clues.stream()
                .filter(clue -> !clue.provider().equals(part.name()))
                .distinct()
                .toList();
    }

    private static List<Clue> inText(String text, String source, ComposeOutline outline) {
        List<Clue> clues = new ArrayList<>();
        Matcher url = URL.matcher(text);
        while (url.find()) {
            for (String host : url.group(2).split(",", -1)) {
                clues.addAll(address(host, url.group(1), source, outline));
            }
        }
        Matcher plain = ADDRESS.matcher(text);
        while (plain.find()) {
            clues.addAll(address(plain.group(), "", source, outline));
        }
        return clues;
    }

    private static List<Clue> address(
            String address, String scheme, String source, ComposeOutline outline) {
        String[] parts = address.split(":", -1);
        Optional<Integer> port =
                parts.length > 1 ? Ports.number(parts[1]) : WellKnown.portOfScheme(scheme);
        return outline.named(parts[0]).stream()
                .map(part -> new Clue(part.name(), port, source))
                .toList();
    }

    /** A name under a key such as {@code DB_HOST}, its port under {@code DB_PORT}. */
    private static List<Clue> pair(
            String key, String value, Map<String, String> beside, ComposeOutline outline) {
        Matcher matcher = HOST_KEY.matcher(key);
        if (!matcher.matches()) {
            return List.of();
        }
        String prefix = matcher.group(1);
        Optional<Integer> port = Stream.of("_PORT", "PORT", "_port", ".port", "port")
                .flatMap(end -> Stream.ofNullable(beside.get(prefix + end)))
                .flatMap(text -> Ports.number(text).stream())
                .findFirst();
        return Stream.of(value.split(",", -1))
                .flatMap(name -> outline.named(name.strip()).stream())
                .map(part -> new Clue(part.name(), port, "'" + key + "'"))
                .toList();
    }
}
