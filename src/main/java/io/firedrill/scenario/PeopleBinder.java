package io.firedrill.scenario;

import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Binds the contact list of a plan. */
final class PeopleBinder {
    private static final String PREFERS = "prefers";

    private final Map<String, Channel> channels;
    private final Map<String, Audience> audiences;
    private final Shape shape;
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<String, String> owners = new LinkedHashMap<>();

    /** Prepares to bind people of these audiences, who are reached on these channels. */
    PeopleBinder(Map<String, Channel> channels, Map<String, Audience> audiences) {
        this.channels = channels;
        this.audiences = audiences;
        this.shape = new Shape(
                Shapes.PERSON.noun(),
                Shapes.PERSON.required(),
                Stream.concat(Shapes.PERSON.optional().stream(), channels.keySet().stream())
                        .toList());
    }

    /** Binds the name of a channel; of a system without channels that has been said already. */
    static String channel(Value value, Map<String, Channel> channels) {
        return channels.isEmpty() ? value.text() : value.oneOf(channels.keySet(), "channel");
    }

    /** Binds them, in order. */
    List<Person> bind(Fields plan) {
        List<Person> people = new ArrayList<>();
        for (Value item : plan.find("people").map(Value::items).orElse(List.of())) {
            people.add(person(item, item.fields(channels.isEmpty() ? any(item) : shape)));
        }
        return List.copyOf(people);
    }

    /** Where there are no channels, any key may be one that is missing. */
    private Shape any(Value person) {
        Stream<String> given = person.entries().stream().flatMap(it -> it.key().written().stream());
        return new Shape(
                shape.noun(),
                shape.required(),
                Stream.concat(shape.optional().stream(), given).toList());
    }

    private Person person(Value whole, Fields fields) {
        String name = fields.text("name");
        if (!names.add(name) && !name.isEmpty()) {
            fields.find("name")
                    .orElse(whole)
                    .problem("person " + Quote.of(name) + " is listed twice", "each once", "");
        }
        Person person = new Person(
                name,
                fields.find("audience")
                        .map(it -> it.oneOf(audiences.keySet(), "audience"))
                        .orElse(""),
                fields.as("segment", ToldNotations.WORD, ""),
                addresses(name, fields),
                fields.find(PREFERS).map(it -> channel(it, channels)),
                fields.as("language", ToldNotations.LANGUAGE, "en"),
                optedOut(fields));
        missing(person, whole);
        preferred(person, fields);
        return person;
    }

    private Map<String, String> addresses(String name, Fields fields) {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Channel channel : channels.values()) {
            fields.find(channel.name()).ifPresent(value -> {
                if (channel.look().isPresent()) {
                    lookedAt(channel, fields.place(channel.name()));
                }
                String address = address(channel, value);
                addresses.put(channel.name(), address);
                owned(name, channel, address, value);
            });
        }
        return Collections.unmodifiableMap(addresses);
    }

    private static void lookedAt(Channel channel, Value key) {
        key.problem(
                "an address on channel " + Quote.of(channel.name())
                        + ", which people look at by themselves",
                "addresses go with channels on which something is sent",
                "");
    }

    private static String address(Channel channel, Value value) {
        return channel.speaks().equals("smtp") ? value.as(ToldNotations.MAIL) : value.text();
    }

    /** Who got what can only be told where an address is one person's. */
    private void owned(String name, Channel channel, String address, Value value) {
        if (address.isEmpty() || !ChannelKind.is(ChannelKind.Way.TO_EACH, channel)) {
            return;
        }
        String owner = owners.putIfAbsent(channel.name() + " " + address, name);
        if (owner != null) {
            value.problem(
                    "address " + Quote.of(address) + " on channel " + Quote.of(channel.name())
                            + " is that of " + Quote.of(owner) + " too",
                    "an address of his own for each person",
                    "");
        }
    }

    private Set<String> optedOut(Fields fields) {
        Set<String> names = new LinkedHashSet<>();
        for (Value item : fields.find("opted-out").map(Value::oneOrMore).orElse(List.of())) {
            names.add(channel(item, channels));
        }
        return Collections.unmodifiableSet(names);
    }

    private boolean needsAddress(String channel, Person person) {
        return Optional.ofNullable(channels.get(channel))
                .filter(it -> ChannelKind.is(ChannelKind.Way.TO_EACH, it))
                .filter(it -> !person.addresses().containsKey(channel))
                .isPresent();
    }

    private void missing(Person person, Value whole) {
        List<String> needed = Optional.ofNullable(audiences.get(person.audience()))
                .map(Audience::channels)
                .orElse(List.of());
        for (String channel : needed) {
            if (!person.optedOut().contains(channel) && needsAddress(channel, person)) {
                whole.problem(
                        Quote.of(person.name()) + " has no address on channel " + Quote.of(channel),
                        "audience " + Quote.of(person.audience()) + " must get "
                                + String.join(", ", needed),
                        "");
            }
        }
    }

    private void preferred(Person person, Fields fields) {
        person.prefers()
                .filter(channel -> needsAddress(channel, person))
                .ifPresent(channel -> fields.place(PREFERS)
                        .problem(
                                Quote.of(person.name()) + " prefers channel " + Quote.of(channel)
                                        + " and has no address there",
                                "needed: " + channel,
                                ""));
    }
}
