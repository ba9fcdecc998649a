package io.firedrill.observe;

import io.firedrill.journal.Event;
import io.firedrill.scenario.Channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Blots the secrets of channels out of what inboxes write down: as they are, percent-encoded, in
 * Base64, and in Base64 together with the user as HTTP and SMTP send them (SURVIVAL R22). A secret
 * is what stands for a {@code ${NAME}} of the system and is part of a channel's settings; those
 * shorter than six characters would spoil half of any text, and what the facts in it say.
 */
final class Blotter {
    private static final int SHORTEST = 6;
    private static final String BLOT = "***";

    private final List<String> forms;

    /** Learns those secrets of a system that are in the settings of its channels. */
    Blotter(Collection<Channel> channels, Collection<String> all) {
        List<String> secrets =
                all.stream().filter(secret -> secret.length() >= SHORTEST).toList();
        this.forms = channels.stream()
                .flatMap(channel -> forms(channel.settings(), secrets))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<String> forms(Map<String, String> settings, List<String> secrets) {
        String user = settings.getOrDefault("user", "");
        return secrets.stream()
                .filter(secret -> settings.values().stream().anyMatch(it -> it.contains(secret)))
                .flatMap(secret -> Stream.of(
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        base64(secret),
                        base64(user + ":" + secret),
                        base64("\0" + user + "\0" + secret)));
    }

    private static String base64(String text) {
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Gives the text without secrets. */
    String over(String text) {
        String clean = text;
        for (String form : forms) {
            clean = clean.replace(form, BLOT);
        }
        return clean;
    }

    /** Gives the event without secrets; the same where none are known. */
    Event over(Event event) {
        if (forms.isEmpty()) {
            return event;
        }
        if (event instanceof Event.NoticeReceived notice) {
            return over(notice);
        }
        if (event instanceof Event.DeliveryReported report) {
            return new Event.DeliveryReported(
                    report.channel(),
                    over(report.message()),
                    over(report.recipient()),
                    report.delivery(),
                    over(report.detail()),
                    report.begin(),
                    report.end());
        }
        if (event instanceof Event.PageRead page) {
            return new Event.PageRead(
                    page.channel(),
                    page.answered(),
                    page.code(),
                    page.whole(),
                    over(page.facts()),
                    over(page.unread()),
                    over(page.detail()),
                    page.begin(),
                    page.end());
        }
        return event instanceof Event.PersonActed act ? over(act) : event;
    }

    private Event over(Event.NoticeReceived notice) {
        return new Event.NoticeReceived(
                notice.channel(),
                over(notice.recipient()),
                over(notice.message()),
                notice.sent(),
                over(notice.facts()),
                over(notice.unread()),
                over(notice.text()),
                notice.begin(),
                notice.end());
    }

    private Event over(Event.PersonActed act) {
        return new Event.PersonActed(
                act.role(),
                act.act(),
                over(act.about()),
                over(act.detail()),
                act.standIn(),
                act.begin(),
                act.end());
    }

    private Map<String, String> over(Map<String, String> facts) {
        Map<String, String> clean = new LinkedHashMap<>();
        facts.forEach((name, fact) -> clean.put(name, over(fact)));
        return clean;
    }

    private List<String> over(List<String> lines) {
        return lines.stream().map(this::over).toList();
    }
}
