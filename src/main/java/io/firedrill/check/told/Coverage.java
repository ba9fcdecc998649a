package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Interval;
import io.firedrill.check.told.Arrived.Slot;
import io.firedrill.scenario.CommunicationPlan.Audience;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which audience got which of the channels that it must get. Used by one thread. */
final class Coverage {
    private final Story story;
    private final Hindered hindered;
    private final long within;
    private final Complaints missing = new Complaints();
    private final Complaints excused = new Complaints();
    private final Set<String> silent = new TreeSet<>();
    private final Set<String> covered = new TreeSet<>();
    private int underWay;
    private boolean hit;

    private Coverage(Story story, long within) {
        this.story = story;
        this.hindered = new Hindered(story.told());
        this.within = within;
    }

    /**
     * Compares what came with the plan.
     *
     * @param within how long after the first channel the last may be, in the drill
     * @param threshold how long an outage lasts at least of which anybody is told, in the drill
     */
    static Coverage of(Story story, long within, long threshold) {
        Coverage coverage = new Coverage(story, within);
        Set<String> failed = FailingJourneys.of(
                        story.told().scenario(), story.told().journal())
                .failedFor(threshold);
        coverage.hit = !failed.isEmpty();
        story.told().plan().audiences().values().stream()
                .filter(audience -> isTouched(audience, failed))
                .forEach(coverage::audience);
        return coverage;
    }

    /** Whom nothing happened to is owed nothing; where nobody was hit, all are that are told. */
    private static boolean isTouched(Audience audience, Set<String> failed) {
        return failed.isEmpty()
                || audience.journeys().isEmpty()
                || audience.journeys().stream().anyMatch(failed::contains);
    }

    private void audience(Audience audience) {
        List<Arrived> got = story.to(audience.name());
        List<Arrived> owed = audience.isPublic() ? toPublic() : inside();
        for (String channel : audience.channels()) {
            List<Arrived> here = got.stream()
                    .filter(notice -> notice.event().channel().equals(channel))
                    .toList();
            boolean all = true;
            for (Arrived one : owed) {
                boolean came = audience.isPublic() ? came(here, one) : !here.isEmpty();
                if (!came) {
                    all = false;
                    absent(audience, channel, one);
                }
            }
            if (all && !here.isEmpty()) {
                covered.add(audience.name() + " on " + channel);
            } else if (owed.isEmpty() && !audience.isPublic()) {
                underWay++;
            }
        }
    }

    /** Where the public was hit and told nothing, it is owed what others were told first. */
    private List<Arrived> toPublic() {
        List<Arrived> told = Story.updates(story.toPublic());
        return told.isEmpty() && hit ? story.all().stream().limit(1).toList() : told;
    }

    /** Who is inside must have been told when it is over. */
    private List<Arrived> inside() {
        return story.all().stream().filter(it -> !Story.open(it)).limit(1).toList();
    }

    /** A page that shows a later update has shown this one for too short a time to be read. */
    private static boolean came(List<Arrived> here, Arrived one) {
        Optional<Slot> slot = one.slot();
        return slot.isEmpty()
                ? !here.isEmpty()
                : here.stream()
                        .anyMatch(notice -> notice.slot()
                                .filter(it -> same(it, slot.get(), notice))
                                .isPresent());
    }

    private static boolean same(Slot shown, Slot owed, Arrived notice) {
        return shown.incident().equals(owed.incident())
                && (shown.update() == owed.update()
                        || PageChanges.made(notice) && shown.update() > owed.update());
    }

    private void absent(Audience audience, String channel, Arrived one) {
        long due = one.arrived().hi() + within;
        Interval time = new Interval(one.arrived().lo(), due);
        String what = audience.isPublic()
                ? audience.name() + " never got "
                        + one.slot().map(Slot::toString).orElse("a notice") + " on " + channel
                : audience.name() + " got nothing on " + channel;
        if (!audience.fallback().isEmpty() && hindered.at(channel, time)) {
            excused.add(one.index(), what + ", which was under a fault");
        } else if (due > story.told().observedUntil()) {
            underWay++;
        } else if (!story.told().unproven(Set.of(channel)).isEmpty()) {
            silent.add(channel);
        } else {
            missing.add(one.index(), what);
        }
    }

    /** Adds what was found to a verdict. */
    void tell(Draft draft) {
        excused.tell(draft, "left to the fallback");
        missing.tell(draft, "left out");
        draft.detail("covered", String.join(", ", covered));
    }

    Complaints missing() {
        return missing;
    }

    /** Names the channels on which something is missing, and that were not seen alive. */
    Set<String> silent() {
        return silent;
    }

    Set<String> covered() {
        return covered;
    }

    /** Counts what was not due when the drill ended. */
    int underWay() {
        return underWay;
    }
}
