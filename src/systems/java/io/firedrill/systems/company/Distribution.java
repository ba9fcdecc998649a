package io.firedrill.systems.company;

import java.util.ArrayList;
import java.util.List;

/** Makes the letters of a notice: for every audience that it touches, on all of its channels. */
final class Distribution {
    private Distribution() {}

    /** Gives the letters, staff first. */
    static List<Letter> of(Incident incident) {
        List<Letter> letters = new ArrayList<>();
        for (Contacts.Audience audience : Contacts.audiences()) {
            if (audience.isTouchedBy(incident.affected())) {
                audience.channels()
                        .forEach(channel -> letters.addAll(on(incident, audience, channel)));
            }
        }
        return letters;
    }

    private static List<Letter> on(Incident incident, Contacts.Audience audience, String channel) {
        List<String> lines = Wording.lines(incident, audience);
        return Contacts.addresses(audience.name(), channel).stream()
                .map(address -> new Letter(
                        incident.id(),
                        incident.update(),
                        audience.name(),
                        channel,
                        address,
                        lines,
                        Letter.Fate.DUE,
                        ""))
                .toList();
    }

    /** Gives a letter for each channel by which it is tried. */
    static List<Letter> tests() {
        return Contacts.CHANNELS.stream()
                .filter(channel -> !isPage(channel))
                .map(channel -> new Letter(
                        "",
                        0,
                        Contacts.STAFF,
                        channel,
                        testAddress(channel),
                        Wording.test(),
                        Letter.Fate.DUE,
                        ""))
                .toList();
    }

    /** A test is for nobody's eyes. */
    private static String testAddress(String channel) {
        return switch (channel) {
            case Contacts.MAIL -> "test@shop.example";
            case Contacts.SMS -> "+447005550199";
            default -> "";
        };
    }

    private static boolean isPage(String channel) {
        return channel.equals(Contacts.PAGE) || channel.equals(Contacts.BANNER);
    }
}
