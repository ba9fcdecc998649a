package io.firedrill.systems.company;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be sent, and what became of it. Every change is on the shelf before anybody acts on
 * it, so a desk that takes over finds what is still due. Safe for use by many threads.
 *
 * <p>A desk that dies between the provider's word and its own note leaves a letter that is sent
 * once more, under the same name: providers that know the name do not deliver it twice.
 */
final class Outbox {
    private static final Set<String> IN_PERSON = Set.of(Contacts.MAIL, Contacts.SMS, Contacts.CHAT);
    private static final Set<String> IN_ONE_PLACE =
            Set.of(Contacts.PAGE, Contacts.BANNER, Contacts.SHEET);

    private final Shelf shelf;
    private final String first;
    private final Map<String, Letter> letters = new LinkedHashMap<>();

    /** Keeps letters where the other desk finds them. */
    @FunctionalInterface
    interface Shelf {
        /**
         * Keeps letters, each in the place of the one of the same name, and the incident where it
         * went on; all of them or nothing.
         *
         * @throws IOException where they are not kept: then nothing may be done with them
         */
        void keep(Optional<Incident> incident, Collection<Letter> changed) throws IOException;
    }

    /** Opens it; one audience is told before all others. */
    Outbox(Shelf shelf, String first) {
        this.shelf = shelf;
        this.first = first;
    }

    /** Takes over what another desk left. */
    synchronized void load(Collection<Letter> all) {
        letters.clear();
        all.forEach(letter -> letters.put(letter.id(), letter));
    }

    synchronized boolean isEmpty() {
        return letters.isEmpty();
    }

    /**
     * Takes the letters of a new update. What is due to people stays due, and goes before what is
     * newer: each channel has its order. What is to stand in one place is overtaken by the newer.
     * Whoever was told another way before is told that way as well.
     */
    synchronized void issue(Optional<Incident> incident, List<Letter> update) throws IOException {
        Map<String, Letter> changed = new LinkedHashMap<>();
        letters.values().stream()
                .filter(Letter::isDue)
                .filter(letter -> IN_ONE_PLACE.contains(letter.channel()))
                .map(letter -> letter.with(Letter.Fate.OVERTAKEN))
                .forEach(letter -> changed.put(letter.id(), letter));
        update.forEach(letter -> changed.put(letter.id(), letter));
        update.stream()
                .flatMap(letter -> Stream.concat(
                        Contacts.instead(letter).stream().map(letter::on), paper(letter)))
                .filter(this::wasTold)
                .forEach(letter -> changed.putIfAbsent(letter.id(), letter));
        keep(incident, changed.values());
    }

    private static Stream<Letter> paper(Letter letter) {
        return letter.audience().equals(Contacts.STAFF)
                ? Stream.of(letter.on(new Contacts.Way(Contacts.SHEET, "")))
                : Stream.empty();
    }

    /** Says whether its recipient got an earlier one of the incident on that channel. */
    private boolean wasTold(Letter letter) {
        return letters.values().stream()
                .filter(other -> other.fate() == Letter.Fate.SENT)
                .filter(other -> other.incident().equals(letter.incident()))
                .filter(other -> other.channel().equals(letter.channel()))
                .anyMatch(other -> other.address().equals(letter.address()));
    }

    /** Gives the next letter of a channel; some audience goes before all others. */
    synchronized Optional<Letter> next(String channel) {
        boolean waiting = letters.values().stream()
                .filter(Letter::isDue)
                .filter(letter -> IN_PERSON.contains(letter.channel()))
                .anyMatch(letter -> letter.audience().equals(first));
        return letters.values().stream()
                .filter(Letter::isDue)
                .filter(letter -> letter.channel().equals(channel))
                .filter(letter -> !waiting || letter.audience().equals(first))
                .findFirst();
    }

    /** Notes that the provider took a letter. */
    synchronized void sent(Letter letter, String receipt) throws IOException {
        keep(Optional.empty(), List.of(letter.taken(receipt)));
    }

    /**
     * Notes that a letter did not get through; its recipient is told another way. Where there is
     * none (a page is in one place only) it stays due.
     *
     * @return whether it is done with
     */
    synchronized boolean failed(Letter letter) throws IOException {
        if (!IN_PERSON.contains(letter.channel())) {
            return IN_ONE_PLACE.contains(letter.channel()) && !isNewest(letter);
        }
        Letter failed = letter.with(Letter.Fate.FAILED);
        List<Letter> changed = new ArrayList<>(List.of(failed));
        instead(failed).filter(this::isNewest).ifPresent(changed::add);
        keep(Optional.empty(), changed);
        Optional<Letter> sheet = sheet(failed);
        if (sheet.isPresent()) {
            keep(Optional.empty(), List.of(sheet.get()));
        }
        return true;
    }

    /** Notes what a provider says later of the letter that has this receipt. */
    synchronized void undelivered(String receipt) throws IOException {
        Optional<Letter> meant = letters.values().stream()
                .filter(letter -> letter.fate() == Letter.Fate.SENT)
                .filter(letter -> letter.receipt().equals(receipt))
                .findFirst();
        if (meant.isPresent()) {
            failed(meant.get());
        }
    }

    /** Says whether nothing newer was issued. */
    private boolean isNewest(Letter letter) {
        return letters.values().stream()
                .noneMatch(other -> other.incident().equals(letter.incident())
                        && other.update() > letter.update());
    }

    private Optional<Letter> instead(Letter failed) {
        if (failed.incident().isEmpty()) {
            return Optional.empty();
        }
        return Contacts.instead(failed).stream()
                .map(failed::on)
                .filter(letter -> !letters.containsKey(letter.id()))
                .findFirst();
    }

    /** Where nobody was reached in person, what is known goes on a sheet of paper. */
    private Optional<Letter> sheet(Letter failed) {
        List<Letter> same = letters.values().stream()
                .filter(letter -> letter.incident().equals(failed.incident()))
                .filter(letter -> letter.update() == failed.update())
                .toList();
        boolean reached = same.stream()
                .filter(letter -> IN_PERSON.contains(letter.channel()))
                .anyMatch(letter -> letter.fate() != Letter.Fate.FAILED);
        return reached || failed.incident().isEmpty()
                ? Optional.empty()
                : same.stream()
                        .flatMap(Outbox::paper)
                        .findFirst()
                        .filter(letter -> !letters.containsKey(letter.id()));
    }

    private void keep(Optional<Incident> incident, Collection<Letter> changed) throws IOException {
        shelf.keep(incident, changed);
        changed.forEach(letter -> letters.put(letter.id(), letter));
    }
}
