package io.firedrill.systems.company;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a notice: what people read first, and the facts below, each with its label. */
final class Wording {
    private static final int REVIEW_IN_WORKING_DAYS = 3;
    private static final String CONTACT = "0800 555 0100";

    private Wording() {}

    /** Gives the lines of a notice for an audience. */
    static List<String> lines(Incident incident, Contacts.Audience audience) {
        List<String> lines = new ArrayList<>();
        lines.add(opening(incident.state()));
        lines.add("Incident: " + incident.id());
        lines.add("Update: " + incident.update());
        lines.add("State: " + incident.state().word());
        lines.add("For: " + audience.name());
        lines.add("Affected: " + String.join(", ", incident.affected()));
        lines.add("Regions: all");
        lines.add("Impact: " + impact(incident));
        if (incident.state().compareTo(State.MONITORING) < 0) {
            lines.add(
                    "Expected back: " + incident.eta().map(Wording::time).orElse("not known yet"));
            workaround(incident).ifPresent(journey -> lines.add("Workaround: " + journey));
        }
        incident.nextUpdate().ifPresent(at -> lines.add("Next update: " + time(at)));
        lines.add("Contact: " + CONTACT);
        lines.add("Data: " + data(incident.state()));
        lines.add("Measures: " + measures(incident.state()));
        lines.add("Approved by: communications-lead at " + time(incident.told()));
        lines.add("Declared: " + time(incident.declared()));
        lines.add("Language: en");
        if (incident.state() == State.RESOLVED) {
            lines.add("Review: " + time(review(incident.told())));
        }
        note(audience).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    /** Gives the lines of the message by which a channel is tried. */
    static List<String> test() {
        return List.of("This is a test. There is nothing to do.", "Test: yes", "Language: en");
    }

    private static String opening(State state) {
        return switch (state) {
            case INVESTIGATING ->
                "We are sorry: something does not work at the moment. We know about it and are"
                        + " looking into it.";
            case IDENTIFIED ->
                "We are sorry that this still does not work. We know what is wrong and are working"
                        + " on it.";
            case MONITORING ->
                "Things work again. We are sorry for the trouble, and keep watching before we say"
                        + " that it is over.";
            case RESOLVED ->
                "Everything works again. We are sorry for the trouble we caused you, and thank you"
                        + " for your patience.";
        };
    }

    private static String impact(Incident incident) {
        boolean orders = incident.affected().contains("order");
        boolean lookUps = incident.affected().contains("look-up");
        String what = orders && lookUps
                ? "Ordering and looking things up"
                : orders ? "Ordering" : "Looking things up";
        boolean now = incident.state().compareTo(State.MONITORING) < 0;
        return what + (now ? " does not work at the moment." : " works again.");
    }

    /** What can be done meanwhile, where one of the two still works. */
    private static Optional<String> workaround(Incident incident) {
        return incident.affected().equals(List.of("order"))
                ? Optional.of("look-up")
                : Optional.empty();
    }

    private static String data(State state) {
        return state == State.RESOLVED ? "no data was lost" : "being checked";
    }

    private static String measures(State state) {
        return switch (state) {
            case INVESTIGATING -> "Our team is looking for what is wrong.";
            case IDENTIFIED -> "Our team is repairing it; orders that you were told of are kept.";
            case MONITORING -> "It is repaired. Our team watches it and checks all orders.";
            case RESOLVED -> "It is repaired, all orders are checked, and we will review it.";
        };
    }

    /** Whoever answers for it is told that nobody of flesh and blood approved it. */
    private static Optional<String> note(Contacts.Audience audience) {
        return switch (audience.name()) {
            case Contacts.STAFF, "executives" ->
                Optional.of("A stand-in approved this at once; no person took part.");
            case "regulator" -> Optional.of("This is a draft of the report to you.");
            default -> Optional.empty();
        };
    }

    private static Instant review(Instant from) {
        ZonedDateTime day = from.atZone(ZoneOffset.UTC);
        for (int left = REVIEW_IN_WORKING_DAYS; left > 0; ) {
            day = day.plusDays(1);
            boolean off = day.getDayOfWeek() == DayOfWeek.SATURDAY
                    || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= off ? 0 : 1;
        }
        return day.truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** A point in time as notices have it: with its zone, to the millisecond. */
    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
