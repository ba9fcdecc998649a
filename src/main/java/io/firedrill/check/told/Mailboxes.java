package io.firedrill.check.told;

import io.firedrill.check.told.Arrived.Box;
import io.firedrill.check.told.Arrived.Slot;
import io.firedrill.scenario.CommunicationPlan.Audience;
import io.firedrill.scenario.CommunicationPlan.Person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What lies in every recipient's box on every channel: which update of which incident, and how
 * often. An update is owed to a box where others of the same audience and segment got it on the
 * same channel, or where its number was left out and nobody anywhere got it. It is not owed on a
 * channel that its owner does not use: where he got nothing at all of the incident, but was told on
 * another one; nor where it came on a fallback instead.
 */
final class Mailboxes {
    /** Further back no gap is looked for: a number may be anything. */
    private static final int FAR = 100;

    private final Telling told;
    private final Map<Box, Map<Slot, List<Arrived>>> boxes = new LinkedHashMap<>();
    private final Set<Slot> everywhere = new HashSet<>();

    Mailboxes(Telling told) {
        this.told = told;
        for (Arrived notice : told.notices()) {
            if (notice.slot().isPresent() && !notice.event().recipient().isEmpty()) {
                put(notice, notice.slot().get());
            }
        }
    }

    private void put(Arrived notice, Slot slot) {
        everywhere.add(slot);
        boxes.computeIfAbsent(notice.box(), any -> new LinkedHashMap<>())
                .computeIfAbsent(slot, any -> new ArrayList<>())
                .add(notice);
    }

    /** An update that did not come, and the notice by which it is known that it should have. */
    record Lost(Person person, String channel, Slot slot, Arrived witness) {}

    /** Gives how many notices lie in boxes of people on the contact list. */
    int delivered() {
        return boxes.entrySet().stream()
                .filter(box -> owner(box.getKey()).isPresent())
                .mapToInt(box -> box.getValue().size())
                .sum();
    }

    /** Names the channels on which somebody got something. */
    Set<String> channels() {
        Set<String> names = new TreeSet<>();
        boxes.keySet().forEach(box -> names.add(box.channel()));
        return names;
    }

    /** Gives what came a second time, or more often. */
    List<Arrived> doubled() {
        return boxes.values().stream()
                .flatMap(box -> box.values().stream())
                .flatMap(copies -> copies.stream().skip(1))
                .toList();
    }

    /** Gives what came to addresses that nobody on the contact list has. */
    List<Arrived> unexpected() {
        return boxes.entrySet().stream()
                .filter(box -> listed(box.getKey().channel()))
                .filter(box -> owner(box.getKey()).isEmpty())
                .flatMap(box -> box.getValue().values().stream())
                .flatMap(List::stream)
                .toList();
    }

    private boolean listed(String channel) {
        return told.plan().people().stream()
                .anyMatch(person -> person.addresses().containsKey(channel));
    }

    private Optional<Person> owner(Box box) {
        return told.person(box.channel(), box.recipient());
    }

    /** Gives what did not come. */
    List<Lost> lost() {
        List<Lost> lost = new ArrayList<>();
        for (Person person : told.plan().people()) {
            for (String channel : person.addresses().keySet()) {
                owed(person, channel).forEach((slot, witness) -> {
                    if (!box(person, channel).contains(slot) && !elsewhere(person, channel, slot)) {
                        lost.add(new Lost(person, channel, slot, witness));
                    }
                });
            }
        }
        return List.copyOf(lost);
    }

    private Map<Slot, Arrived> owed(Person person, String channel) {
        Map<Slot, Arrived> owed = new LinkedHashMap<>();
        for (Map.Entry<Box, Map<Slot, List<Arrived>>> box : boxes.entrySet()) {
            boolean alike = box.getKey().channel().equals(channel)
                    && owner(box.getKey()).filter(it -> sameGroup(it, person)).isPresent();
            if (alike) {
                box.getValue()
                        .forEach((slot, copies) ->
                                owed.merge(slot, copies.get(0), Mailboxes::earlier));
            }
        }
        owed.keySet().removeIf(slot -> !uses(person, channel, slot.incident()));
        leftOut(person, channel).forEach(owed::putIfAbsent);
        return owed;
    }

    private static Arrived earlier(Arrived one, Arrived other) {
        return one.event().end() <= other.event().end() ? one : other;
    }

    private static boolean sameGroup(Person one, Person other) {
        return one.audience().equals(other.audience()) && one.segment().equals(other.segment());
    }

    /** Somebody who got nothing of an incident anywhere is owed it where he wants it. */
    private boolean uses(Person person, String channel, String incident) {
        boolean here =
                box(person, channel).stream().anyMatch(it -> it.incident().equals(incident));
        boolean anywhere = person.addresses().keySet().stream()
                .flatMap(other -> box(person, other).stream())
                .anyMatch(it -> it.incident().equals(incident));
        return here
                || !anywhere
                        && !person.optedOut().contains(channel)
                        && person.prefers().map(channel::equals).orElse(true);
    }

    /** Numbers between those that came, and that nobody anywhere got. */
    private Map<Slot, Arrived> leftOut(Person person, String channel) {
        Map<Slot, Arrived> missing = new LinkedHashMap<>();
        Box box = new Box(channel, address(person, channel));
        boxes.getOrDefault(box, Map.of()).forEach((slot, copies) -> {
            int first = Math.max(1, slot.update() - FAR);
            for (int before = slot.update() - 1; before >= first; before--) {
                Slot earlier = new Slot(slot.incident(), before);
                if (everywhere.contains(earlier)) {
                    break;
                }
                missing.putIfAbsent(earlier, copies.get(0));
            }
        });
        return missing;
    }

    private Set<Slot> box(Person person, String channel) {
        Box box = new Box(channel, address(person, channel));
        return new LinkedHashSet<>(boxes.getOrDefault(box, Map.of()).keySet());
    }

    private static String address(Person person, String channel) {
        return person.addresses().getOrDefault(channel, "");
    }

    /** A fallback stands in for a channel that must be used, and any channel for a fallback. */
    private boolean elsewhere(Person person, String channel, Slot slot) {
        Audience audience = told.plan().audiences().get(person.audience());
        if (audience == null) {
            return false;
        }
        boolean required = audience.channels().contains(channel);
        return (required ? audience.fallback() : person.addresses().keySet())
                .stream().anyMatch(other -> box(person, other).contains(slot));
    }
}
