package io.firedrill.evidence;

import io.firedrill.journal.Event;
import io.firedrill.journal.Fact;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in one line what an event means that is about people being told. */
final class ToldText {
    private static final int MOST = 80;

    private ToldText() {}

    /** Gives the line; empty where the event is about something else, or is only counted. */
    static Optional<String> of(Event event) {
        String text = null;
        if (event instanceof Event.ChannelProven proven) {
            text = "channel " + proven.channel()
                    + (proven.alive() ? " is alive" : " was NOT proven alive")
                    + tail(proven.how());
        } else if (event instanceof Event.NoticeReceived notice) {
            text = "told on " + notice.channel() + ": " + said(notice.facts())
                    + unread(notice.unread());
        } else if (event instanceof Event.PageRead page) {
            text = page.channel() + " " + shown(page) + unread(page.unread());
        } else if (event instanceof Event.DeliveryReported report && failed(report)) {
            String to = report.recipient().isEmpty() ? "" : ", to " + clipped(report.recipient());
            text = report.channel() + to + ": " + word(report.delivery()) + tail(report.detail());
        } else if (event instanceof Event.PersonActed act) {
            text = act(act) + tail(act.detail());
        } else if (event instanceof Event.PersonAsked asked) {
            text = asked(asked);
        } else if (event instanceof Event.AskingEnded ended && !ended.complete()) {
            text = clipped(ended.called()) + " was not answered until the drill was over";
        }
        return Optional.ofNullable(text);
    }

    /** Says whether a message did not, and never will, reach its recipient. */
    static boolean failed(Event.DeliveryReported report) {
        return switch (report.delivery()) {
            case UNDELIVERED, REFUSED -> true;
            case ACCEPTED, DELIVERED -> false;
        };
    }

    /** Says how far a message came. */
    static String word(Event.Delivery delivery) {
        return switch (delivery) {
            case ACCEPTED -> "taken by the provider";
            case DELIVERED -> "delivered";
            case UNDELIVERED -> "UNDELIVERED";
            case REFUSED -> "REFUSED by the provider";
        };
    }

    /** Says what a person did, and whether it was one. */
    static String act(Event.PersonActed act) {
        String about = act.about().isEmpty() ? "" : " " + clipped(act.about());
        return clipped(act.role()) + " " + clipped(act.act()) + about
                + (act.standIn() ? " (a stand-in, no person took part)" : "");
    }

    /** Says who was asked what, and whether that was a person. */
    private static String asked(Event.PersonAsked asked) {
        String where = switch (asked.way()) {
            case "stand-in" -> " (a stand-in, no person)";
            case "terminal" -> " at the terminal";
            default -> " on a page";
        };
        return clipped(asked.role()) + " is asked" + where + tail(asked.text());
    }

    /** Says what a page showed: a state, or why there was none. */
    static String shown(Event.PageRead page) {
        if (!page.answered()) {
            return "gave no answer" + tail(page.detail());
        }
        if (page.code() >= 300) {
            return "answered " + page.code() + tail(page.detail());
        }
        String said = page.facts().containsKey(Fact.STATE) ? said(page.facts()) : "no state";
        return "shows " + said + (page.whole() ? "" : ", without all that the page needs");
    }

    private static String said(Map<String, String> facts) {
        if ("yes".equals(facts.get(Fact.TEST))) {
            return "a test message";
        }
        String state = facts.getOrDefault(Fact.STATE, facts.getOrDefault(Fact.ACTION, ""));
        String update = facts.getOrDefault(Fact.UPDATE, "");
        String line = Stream.of(
                        clipped(facts.getOrDefault(Fact.INCIDENT, "")),
                        update.isEmpty() ? "" : "update " + clipped(update),
                        clipped(state))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return line.isEmpty() ? "a message that names no incident" : line;
    }

    private static String unread(Iterable<String> unread) {
        String all = String.join("; ", unread);
        return all.isEmpty() ? "" : "; could not be read: " + clipped(all);
    }

    private static String tail(String detail) {
        return detail.isEmpty() ? "" : ": " + clipped(detail);
    }

    /** Keeps what a sender wrote short, for one line. */
    static String clipped(String text) {
        return clipped(text, MOST);
    }

    /** Keeps a text to so many characters, and never half of one. */
    static String clipped(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "\u2026";
    }
}
