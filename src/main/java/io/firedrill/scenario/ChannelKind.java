package io.firedrill.scenario;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reader must know of a kind of channel to validate its use.
 *
 * @param name the word after {@code speaks}, for instance {@code smtp}
 * @param way how what is said on it comes to people
 * @param settings what its provider asks for, and how he behaves
 * @param meaning what it is, for people
 */
record ChannelKind(String name, Way way, List<Setting> settings, String meaning) {
    private static final List<String> SENT = List.of("at");
    private static final List<String> LOOKED_AT = List.of("look", "path");
    private static final Setting USER = text("user", "the name that the provider asks for");
    private static final Setting PASSWORD = secret("password", "of that name");
    private static final Setting TOKEN = secret("token", "the token that the provider asks for");
    private static final Setting SECRET = secret("secret", "the key that messages are signed with");
    private static final Setting RATE =
            optional("rate", Setting.Type.RATE, "how many messages the provider takes");
    private static final Setting DELIVER_AFTER = optional(
            "deliver-after", Setting.Type.DURATION, "how long until a message is delivered");
    private static final Setting FAILS = optional(
            "fails", Setting.Type.WORDS, "the share, or the addresses, that is never delivered");
    private static final Setting CALLBACK =
            text("callback", "the sender's path for what became of a message");
    private static final Setting ACKNOWLEDGES_AFTER = optional(
            "acknowledges-after", Setting.Type.DURATION, "when whoever is on call acknowledges");
    private static final Setting ACKNOWLEDGES = new Setting(
            "acknowledges",
            Setting.Type.CHOICE,
            false,
            Optional.empty(),
            List.of("never"),
            "whoever is on call never does");
    private static final Setting EVERY =
            optional("every", Setting.Type.DURATION, "how often it is read");

    /** Every kind, in the order of the documentation. */
    static final List<ChannelKind> ALL = List.of(
            provider("smtp", Way.TO_EACH, "e-mail", USER, PASSWORD),
            reporting("twilio", Way.TO_EACH, "SMS and voice, as Twilio", USER, PASSWORD),
            reporting("sns", Way.TO_EACH, "SMS, as AWS SNS", USER, PASSWORD),
            reporting("ntfy", Way.TO_ALL, "push, as ntfy", USER, PASSWORD, TOKEN),
            reporting("fcm", Way.TO_EACH, "push, as FCM", TOKEN),
            provider("slack", Way.TO_ALL, "chat, as Slack", TOKEN),
            provider("teams", Way.TO_ALL, "chat, as Teams", TOKEN),
            provider("mastodon", Way.TO_ALL, "a social network, as Mastodon", TOKEN),
            reporting(
                    "pagerduty",
                    Way.TO_ALL,
                    "a pager, as PagerDuty",
                    TOKEN,
                    SECRET,
                    ACKNOWLEDGES_AFTER,
                    ACKNOWLEDGES),
            reporting("webhook", Way.TO_ALL, "a call of a program", USER, PASSWORD, TOKEN, SECRET),
            page("page", "a page"),
            page("statuspage", "a status page, as Statuspage"),
            page("feed", "a feed, RSS or Atom"),
            provider("file", Way.TO_ALL, "a sheet or a list on the desk"),
            reporting("phone-tree", Way.TO_EACH, "a call list, worked down", USER, PASSWORD));

    /** How what is said comes to people. */
    enum Way {
        /** Every recipient is sent a message to an address of his own. */
        TO_EACH,
        /** One message is for all who are there; an address, if any, is that of the place. */
        TO_ALL,
        /** People look at it. */
        LOOKED_AT
    }

    /** Names every kind. */
    static List<String> names() {
        return ALL.stream().map(ChannelKind::name).toList();
    }

    /** Finds the kind that a channel speaks. */
    static Optional<ChannelKind> of(String speaks) {
        return ALL.stream().filter(kind -> kind.name().equals(speaks)).findFirst();
    }

    /** Tells whether it is of that way; of none where the word is no kind. */
    static boolean is(Way way, Channel channel) {
        return of(channel.speaks()).filter(kind -> kind.way() == way).isPresent();
    }

    /** Names the keys that it takes beside {@code speaks} and {@code read}, in order. */
    List<String> keys() {
        List<String> where = way == Way.LOOKED_AT ? LOOKED_AT : SENT;
        return Stream.concat(where.stream(), settings.stream().map(Setting::name))
                .sorted()
                .toList();
    }

    private static ChannelKind page(String name, String meaning) {
        return new ChannelKind(name, Way.LOOKED_AT, List.of(EVERY), meaning);
    }

    private static ChannelKind provider(String name, Way way, String meaning, Setting... settings) {
        return new ChannelKind(name, way, and(settings, RATE, DELIVER_AFTER, FAILS), meaning);
    }

    /** A provider that says later, by a call of his own, what became of a message. */
    private static ChannelKind reporting(
            String name, Way way, String meaning, Setting... settings) {
        List<Setting> own = and(settings, RATE, DELIVER_AFTER, FAILS, CALLBACK);
        return new ChannelKind(name, way, own, meaning);
    }

    private static List<Setting> and(Setting[] own, Setting... usual) {
        return Stream.concat(Stream.of(own), Stream.of(usual)).toList();
    }

    private static Setting text(String name, String meaning) {
        return optional(name, Setting.Type.TEXT, meaning);
    }

    private static Setting secret(String name, String meaning) {
        return optional(name, Setting.Type.SECRET, meaning);
    }

    private static Setting optional(String name, Setting.Type type, String meaning) {
        return Setting.optional(name, type, meaning);
    }
}
