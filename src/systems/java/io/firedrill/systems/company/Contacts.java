package io.firedrill.systems.company;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whom the company tells, and on which ways. Every person and address is made up. */
final class Contacts {
    static final String MAIL = "mail";
    static final String SMS = "sms";
    static final String CHAT = "chat";
    static final String HOOK = "hook";
    static final String PAGE = "page";
    static final String BANNER = "banner";
    static final String SHEET = "sheet";

    /** Every channel, in the order in which they are tried when the company starts. */
    static final List<String> CHANNELS = List.of(CHAT, MAIL, SMS, HOOK, PAGE, BANNER, SHEET);

    static final String STAFF = "staff";

    private static final Set<String> ADDRESSED = Set.of(MAIL, SMS);

    /** Staff first: nobody may hear from a customer what is wrong. */
    private static final List<Audience> AUDIENCES = List.of(
            new Audience(STAFF, List.of(CHAT), List.of(MAIL, SMS), Set.of()),
            new Audience("customers", List.of(MAIL, PAGE, BANNER), List.of(SMS), Set.of("order")),
            new Audience("subscribers", List.of(SMS), List.of(MAIL), Set.of("order")),
            new Audience("readers", List.of(MAIL), List.of(), Set.of("look-up")),
            new Audience("partners", List.of(HOOK), List.of(), Set.of("order")),
            new Audience("executives", List.of(MAIL), List.of(), Set.of()),
            new Audience("regulator", List.of(MAIL), List.of(), Set.of()));

    private static final List<Person> PEOPLE = List.of(
            person("sam", STAFF, "sam@shop.example", "+447005550107"),
            person("ada", "customers", "ada@customers.example", "+447005550101"),
            person("ben", "customers", "ben@customers.example", "+447005550102"),
            person("cleo", "customers", "cleo@customers.example", "+447005550103"),
            person("dan", "customers", "dan@customers.example", "+447005550104"),
            person("finn", "subscribers", "finn@customers.example", "+447005550105"),
            person("gina", "subscribers", "gina@customers.example", "+447005550106"),
            person("rita", "readers", "rita@readers.example", ""),
            person("eve", "executives", "eve@shop.example", ""),
            person("rob", "regulator", "reports@regulator.example", ""));

    private Contacts() {}

    /**
     * Who is told.
     *
     * @param channels all of which it gets
     * @param fallback where one of these fails, the next ones, in order
     * @param journeys whose failure touches it; empty for every one
     */
    record Audience(
            String name, List<String> channels, List<String> fallback, Set<String> journeys) {
        boolean isTouchedBy(List<String> affected) {
            return journeys.isEmpty() || affected.stream().anyMatch(journeys::contains);
        }
    }

    /**
     * Somebody to be told.
     *
     * @param addresses channel to address
     */
    record Person(String name, String audience, Map<String, String> addresses) {}

    private static Person person(String name, String audience, String mail, String number) {
        Map<String, String> addresses =
                number.isEmpty() ? Map.of(MAIL, mail) : Map.of(MAIL, mail, SMS, number);
        return new Person(name, audience, addresses);
    }

    /** Gives all of it, as it is kept. */
    static Map<String, Object> plan() {
        return Map.of("audiences", AUDIENCES, "people", PEOPLE);
    }

    static List<Audience> audiences() {
        return AUDIENCES;
    }

    /** Says whether every recipient of a channel has an address of his own there. */
    static boolean hasAddresses(String channel) {
        return ADDRESSED.contains(channel);
    }

    /** Gives where an audience is reached on a channel; one empty address where it has none. */
    static List<String> addresses(String audience, String channel) {
        if (!hasAddresses(channel)) {
            return List.of("");
        }
        return PEOPLE.stream()
                .filter(person -> person.audience().equals(audience))
                .flatMap(person -> Optional.ofNullable(person.addresses().get(channel)).stream())
                .toList();
    }

    /** Gives the ways on which somebody is told where this letter does not reach him, in order. */
    static List<Way> instead(Letter letter) {
        Audience audience = AUDIENCES.stream()
                .filter(one -> one.name().equals(letter.audience()))
                .findFirst()
                .orElseThrow();
        int next = audience.fallback().indexOf(letter.channel()) + 1;
        return audience.fallback().stream()
                .skip(next)
                .flatMap(channel -> ways(audience, letter, channel))
                .toList();
    }

    /** Where somebody is to be reached. */
    record Way(String channel, String address) {}

    private static Stream<Way> ways(Audience audience, Letter letter, String channel) {
        return PEOPLE.stream()
                .filter(person -> person.audience().equals(audience.name()))
                .filter(person -> letter.address().isEmpty()
                        || person.addresses().containsValue(letter.address()))
                .flatMap(person -> Optional.ofNullable(person.addresses().get(channel)).stream())
                .map(address -> new Way(channel, address));
    }
}
