package io.firedrill.scenario;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what is written in scenarios as one would say it to a person. */
public final class PlainWords {
    private static final List<String> SIZES = List.of("GB", "MB", "KB");
    private static final long THOUSAND = 1_000;
    private static final int MINUTE = 60;
    private static final int LONG = 2 * MINUTE;

    private PlainWords() {}

    /** Says a duration: {@code 300 ms}, {@code 1.5 s}, {@code 4 min 34 s}. */
    public static String duration(Duration duration) {
        double seconds = duration.toMillis() / (double) THOUSAND;
        if (seconds < 1) {
            return duration.toMillis() + " ms";
        }
        if (seconds < LONG) {
            return number(seconds) + " s";
        }
        double rest = seconds - duration.toMinutes() * (double) MINUTE;
        return duration.toMinutes() + " min" + (rest > 0 ? " " + number(rest) + " s" : "");
    }

    /** Says a share: {@code 99.5 %}. */
    public static String share(double share) {
        return number(share * 100) + " %";
    }

    /** Says a rate: {@code 50 a second}, and slow ones {@code 10 a minute}. */
    public static String rate(double perSecond) {
        return perSecond < 1
                ? number(perSecond * 60) + " a minute"
                : number(perSecond) + " a second";
    }

    /** Says an amount of data: {@code 10 KB}. */
    public static String size(long bytes) {
        long unit = THOUSAND * THOUSAND * THOUSAND;
        for (String name : SIZES) {
            if (bytes >= unit && bytes % unit == 0) {
                return bytes / unit + " " + name;
            }
            unit /= THOUSAND;
        }
        return bytes + " B";
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.replaceAll("0+$", "").replaceAll("[.]$", "");
    }

    /** Says a request with what must come back. */
    public static String request(HttpStep step) {
        String statuses = step.statuses().stream()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" or "));
        String values = step.expect().entrySet().stream()
                .map(it -> it.getKey() + " = " + it.getValue())
                .collect(Collectors.joining(" and "));
        return step.method() + " " + step.path() + " must answer " + statuses
                + (values.isEmpty() ? "" : " with " + values);
    }

    /** Says a kind's meaning and what it was set to: for kinds that have no words of their own. */
    public static String kind(String meaning, List<Setting> settings, Settings values) {
        String set = settings.stream()
                .flatMap(setting -> setting(setting, values).stream())
                .collect(Collectors.joining("; "));
        return meaning + (set.isEmpty() ? "" : " (" + set + ")");
    }

    private static Optional<String> setting(Setting setting, Settings values) {
        return values.find(setting.name(), Object.class)
                .map(value -> setting.name() + " " + value(setting.type(), value) + ": "
                        + setting.meaning());
    }

    /** Says a bound value of a type. */
    static String value(Setting.Type type, Object value) {
        return switch (type) {
            case DURATION -> duration((Duration) value);
            case SHARE -> share((Double) value);
            case RATE -> rate((Double) value);
            case SIZE -> size((Long) value);
            case SPEED -> size((Long) value) + " a second";
            case REQUEST -> request((HttpStep) value);
            case WORDS ->
                ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(" "));
            case COUNT,
                    TEXT,
                    CHOICE,
                    JOURNEY,
                    COMPONENT,
                    FAULT,
                    ENTRY,
                    ROLE,
                    SECRET,
                    JSON_PATH,
                    IMAGE -> String.valueOf(value);
        };
    }

    /** Says when a step is due; what is waited for was brought about by a fault. */
    public static String when(Trigger trigger) {
        if (trigger instanceof Trigger.After after) {
            return after.delay().isZero() ? "at once" : duration(after.delay()) + " later";
        }
        if (trigger instanceof Trigger.Recovered recovered) {
            return "when " + recovered.journey() + " has been served without a miss for "
                    + duration(recovered.held());
        }
        if (trigger instanceof Trigger.Failing failing) {
            return "when " + failing.journey() + " has failed without one success for "
                    + duration(failing.lasting());
        }
        if (trigger instanceof Trigger.RoleMoved moved) {
            return "when another component is " + moved.role();
        }
        if (trigger instanceof Trigger.Answered answered) {
            return "when '" + answered.asked() + "' has been answered";
        }
        if (trigger instanceof Trigger.Told told) {
            return "when people have been told of '" + told.state() + "'";
        }
        return "when " + trigger;
    }

    /** Says what a channel is and where it is caught. */
    public static String channel(Channel channel) {
        String what =
                ChannelKind.of(channel.speaks()).map(ChannelKind::meaning).orElse(channel.speaks());
        String where = channel.look()
                .map(look -> ", read as people do: " + look.path() + " by entry " + look.entry())
                .or(() -> channel.at().map(at -> ", caught at " + at))
                .orElse("");
        String settings = channel.settings().entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
        return what + where + (settings.isEmpty() ? "" : " (" + settings + ")");
    }

    /** Says on which channels an audience is told, and of what. */
    public static String audience(CommunicationPlan.Audience audience) {
        return (audience.isPublic() ? "outside of the company: " : "")
                + String.join(" and ", audience.channels())
                + (audience.fallback().isEmpty()
                        ? ""
                        : "; where these fail, " + String.join(", then ", audience.fallback()))
                + (audience.journeys().isEmpty()
                        ? ""
                        : "; when it touches " + String.join(" or ", sorted(audience.journeys())));
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }

    /** Says how a plan's time runs in a drill. */
    public static String scale(double timeScale) {
        Duration second = Duration.ofMillis(Math.round(timeScale * THOUSAND));
        return timeScale == 1
                ? "in real time"
                : "one second of a drill stands for " + duration(second)
                        + " of it and of its checks";
    }

    /** Says what a fault is aimed at. */
    public static String target(FaultSpec.Target target) {
        if (target instanceof FaultSpec.Target.Component component) {
            return component.name();
        }
        if (target instanceof FaultSpec.Target.RoleHolder holder) {
            return "whichever component is " + holder.role() + " at that moment";
        }
        if (target instanceof FaultSpec.Target.OthersOf others) {
            return "whoever could be " + others.role() + " and is not at that moment";
        }
        if (target instanceof FaultSpec.Target.Several several) {
            return joined(several.members(), " and ");
        }
        if (target instanceof FaultSpec.Target.Groups groups) {
            return joined(groups.groups(), ", against ");
        }
        return "the link " + ((FaultSpec.Target.OnLink) target).link();
    }

    /** Says what a step asks of people. */
    public static String assignment(Assignment assignment) {
        return assignment.runbook() ? procedure(assignment) : prompt(assignment);
    }

    private static String prompt(Assignment assignment) {
        Assignment.Line line = assignment.lines().get(0);
        String deputy = assignment
                .deputy()
                .map(it -> "; after " + duration(it.after()) + ", " + it.role())
                .orElse("");
        return line.role() + (assignment.absent() ? ", who is absent," : "") + " is asked '"
                + line.text() + "' (" + String.join(" or ", line.answers()) + ") and has "
                + duration(assignment.within()) + deputy + standIn(assignment);
    }

    private static String procedure(Assignment assignment) {
        return "people work off a written procedure of " + assignment.lines().size() + " lines in "
                + duration(assignment.within()) + standIn(assignment);
    }

    private static String standIn(Assignment assignment) {
        return assignment
                .standIn()
                .map(after ->
                        "; where no person is asked, a stand-in answers after " + duration(after))
                .orElse("; where no person is asked, nobody answers");
    }

    private static String joined(List<? extends FaultSpec.Target> targets, String between) {
        return targets.stream().map(PlainWords::target).collect(Collectors.joining(between));
    }
}
