package io.firedrill.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Binds the channels of a system, and gathers the secrets that their providers ask for. */
final class ChannelsBinder {
    /** What may be read out of a message, by the names that the journal has for it. */
    static final List<String> FACTS = List.of(
            "action",
            "affected",
            "approved-at",
            "approved-by",
            "audience",
            "cause",
            "changed",
            "contact",
            "data",
            "declared",
            "eta",
            "from",
            "impact",
            "incident",
            "language",
            "measures",
            "next-update",
            "regions",
            "review",
            "segment",
            "sent",
            "state",
            "supplier",
            "test",
            "update",
            "workaround");

    private final Services services;
    private final Set<String> entries;
    private final SecretNames secrets;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    ChannelsBinder(Services services, Set<String> entries, SecretNames secrets) {
        this.services = services;
        this.entries = entries;
        this.secrets = secrets;
    }

    /** Binds them. */
    Map<String, Channel> bind(Fields system) {
        system.find("channels").ifPresent(Value::notEmpty);
        for (Entry entry : system.map("channels")) {
            Channel channel = channel(name(entry.key()), entry.value().fields(Shapes.CHANNEL));
            channels.values().forEach(other -> apart(channel, other, entry.value()));
            channels.put(channel.name(), channel);
        }
        channels.remove(""); // the stand-in for a name that is none
        return Collections.unmodifiableMap(channels);
    }

    private static String name(Value key) {
        String name = key.as(Notations.NAME);
        if (Shapes.PERSON.knows(name)) {
            key.problem(
                    "channel " + Quote.of(name) + " has the name of a key of people",
                    "not allowed: " + String.join(", ", Shapes.PERSON.known()),
                    "Choose another name");
        }
        return name;
    }

    private Channel channel(String name, Fields fields) {
        String speaks = fields.find("speaks")
                .map(it -> it.oneOf(ChannelKind.names(), "kind of channel"))
                .orElse("");
        Optional<ChannelKind> kind = ChannelKind.of(speaks);
        kind.ifPresent(it -> checkKeys(it, fields));
        return new Channel(
                name,
                speaks,
                fields.find("at").flatMap(this::at),
                fields.find("look").map(it -> look(it, fields)),
                kind.map(it -> settings(it, fields)).orElse(Map.of()),
                templates(fields));
    }

    private static void checkKeys(ChannelKind kind, Fields fields) {
        List<String> taken = kind.keys();
        for (String key : fields.given(Shapes.CHANNEL.optional())) {
            if (!taken.contains(key) && !key.equals("read")) {
                fields.place(key)
                        .problem(
                                "key '" + key + "' does not go with a channel that speaks "
                                        + kind.name(),
                                "it takes: " + String.join(", ", taken) + ", read",
                                "");
            }
        }
        boolean looks = kind.way() == ChannelKind.Way.LOOKED_AT;
        String where = looks ? "look" : "at";
        if (!fields.has(where)) {
            fields.whole()
                    .problem(
                            "key '" + where + "' is missing in a channel that speaks "
                                    + kind.name(),
                            looks
                                    ? "needed: look, the entry that the page is reached through"
                                    : "needed: at, the name and port by which components find"
                                            + " the provider",
                            "");
        }
        if (fields.has("acknowledges") && fields.has("acknowledges-after")) {
            fields.place("acknowledges")
                    .problem("'acknowledges' beside 'acknowledges-after'", "one of them", "");
        }
    }

    private Optional<Endpoint> at(Value value) {
        Endpoint endpoint = value.as(Notations.ENDPOINT);
        if (services.byName().containsKey(endpoint.component())) {
            value.problem(
                    "a channel is at " + Quote.of(endpoint.toString()) + ", and "
                            + endpoint.component() + " is a component of the system",
                    "a channel's provider is outside of the system, under a name of his own",
                    "For a page of the system there is 'look'");
        }
        return Optional.of(endpoint).filter(it -> !it.component().isEmpty());
    }

    private Channel.Look look(Value value, Fields fields) {
        return new Channel.Look(
                value.oneOf(entries, "entry"), fields.as("path", Notations.HTTP_PATH, "/"));
    }

    private static void apart(Channel one, Channel other, Value place) {
        if (one.at().isPresent() && one.at().equals(other.at())) {
            place.problem(
                    "channels " + Quote.of(other.name()) + " and " + Quote.of(one.name())
                            + " are both at " + Quote.of(one.at().get().toString()),
                    "an endpoint for each",
                    "");
        }
    }

    private Map<String, String> settings(ChannelKind kind, Fields fields) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Setting setting : kind.settings()) {
            fields.find(setting.name())
                    .ifPresent(value -> settings.put(setting.name(), setting(setting, value)));
        }
        return Collections.unmodifiableMap(settings);
    }

    private String setting(Setting setting, Value value) {
        return switch (setting.type()) {
            case SECRET -> secrets.name(value);
            case DURATION -> as(value, Notations.DURATION);
            case RATE -> as(value, ToldNotations.MESSAGES);
            case CHOICE -> value.word(setting.choices());
            case WORDS -> shareOrAddresses(value);
            default -> secrets.nameOrText(value);
        };
    }

    /** Checks a value, and gives it as it is written. */
    private static String as(Value value, Notation<?> notation) {
        value.as(notation);
        return value.written().orElse("");
    }

    private static String shareOrAddresses(Value value) {
        boolean share = value.written().filter(it -> it.matches("[0-9.]+%?")).isPresent();
        return share
                ? as(value, Notations.SHARE)
                : String.join(
                        ",",
                        value.notEmpty().oneOrMore().stream().map(Value::text).toList());
    }

    private static Map<String, Channel.Template> templates(Fields fields) {
        Map<String, Channel.Template> templates = new LinkedHashMap<>();
        for (Entry language : fields.map("read")) {
            Map<String, String> patterns = new LinkedHashMap<>();
            for (Entry fact : language.value().notEmpty().entries()) {
                patterns.put(
                        fact.key().oneOf(FACTS, "fact"), fact.value().as(ToldNotations.PATTERN));
            }
            templates.put(
                    language.key().as(ToldNotations.LANGUAGE),
                    new Channel.Template(Collections.unmodifiableMap(patterns)));
        }
        return Collections.unmodifiableMap(templates);
    }
}
