package io.firedrill.systems.company;

import java.util.ArrayList;
import java.util.List;

/**
 * One notice for one recipient on one channel.
 *
 * @param incident which incident it is about; empty for a test
 * @param update its number within the incident
 * @param address empty where the channel has none
 * @param lines what it says: words to people, then a label and a fact on each line
 * @param fate what became of it
 * @param receipt how the provider calls it, once he took it; empty before
 */
record Letter(
        String incident,
        int update,
        String audience,
        String channel,
        String address,
        List<String> lines,
        Fate fate,
        String receipt) {

    /** What became of a letter. */
    enum Fate {
        /** It is to be sent. */
        DUE,
        /** The provider took it. */
        SENT,
        /** It did not, or will never, reach its recipient. */
        FAILED,
        /** A newer one took its place before it was sent. */
        OVERTAKEN
    }

    /** Names it: the same letter has the same name, whoever sends it and however often. */
    String id() {
        String whom = address.isEmpty() ? audience : address;
        return String.join("/", incident, String.valueOf(update), channel, whom);
    }

    boolean isDue() {
        return fate == Fate.DUE;
    }

    boolean isFinished() {
        return fate != Fate.DUE;
    }

    Letter with(Fate other) {
        return new Letter(incident, update, audience, channel, address, lines, other, receipt);
    }

    Letter taken(String as) {
        return new Letter(incident, update, audience, channel, address, lines, Fate.SENT, as);
    }

    /** Gives the same to be sent on another way. */
    Letter on(Contacts.Way way) {
        return new Letter(
                incident, update, audience, way.channel(), way.address(), lines, Fate.DUE, "");
    }

    Letter to(String otherAudience, String otherAddress) {
        return new Letter(
                incident, update, otherAudience, channel, otherAddress, lines, Fate.DUE, "");
    }

    /** Gives what it says after a label; empty where it does not. */
    String fact(String label) {
        String begin = label + ": ";
        return lines.stream()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst()
                .orElse("");
    }

    /** Gives the same with one more line. */
    Letter and(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return saying(more);
    }

    /** Gives the same with something else after a label; the same where it has no such label. */
    Letter saying(String label, String other) {
        String begin = label + ": ";
        List<String> changed = new ArrayList<>();
        lines.forEach(line -> changed.add(line.startsWith(begin) ? begin + other : line));
        return saying(changed);
    }

    private Letter saying(List<String> other) {
        return new Letter(
                incident, update, audience, channel, address, List.copyOf(other), fate, receipt);
    }
}
