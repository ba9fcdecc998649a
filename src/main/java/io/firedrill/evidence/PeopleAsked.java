package io.firedrill.evidence;

import io.firedrill.journal.Event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who answered what the steps of a drill asked of people: only where persons did does the drill say
 * anything of the company's people.
 *
 * @param persons how many answers came from persons
 * @param standIns how many came from stand-ins
 * @param open how many steps were not answered in full
 */
record PeopleAsked(long persons, long standIns, long open) {

    /** Counts them; empty for a drill in which nobody was asked. */
    static Optional<PeopleAsked> of(Drilled drill) {
        Set<String> asked = drill.journal()
                .all(Event.PersonAsked.class)
                .map(Event.PersonAsked::called)
                .collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<Event.PersonActed> acts = drill.journal()
                .all(Event.PersonActed.class)
                .filter(act -> asked.contains(act.about().split("/", 2)[0]))
                .toList();
        long standIns = acts.stream().filter(Event.PersonActed::standIn).count();
        long complete = drill.journal()
                .all(Event.AskingEnded.class)
                .filter(Event.AskingEnded::complete)
                .count();
        return Optional.of(
                new PeopleAsked(acts.size() - standIns, standIns, asked.size() - complete));
    }

    /** Says it in a sentence. */
    String sentence() {
        String open = this.open == 0 ? "" : "; not answered in full: " + this.open;
        String counted = "of " + (persons + standIns) + " answers of people, persons gave "
                + persons + " and stand-ins " + standIns + open;
        if (persons == 0) {
            return counted
                    + ". No person took part: this is no evidence about the company's people";
        }
        return counted;
    }

    /** Gives it as it stands in the summary. */
    Map<String, Object> json() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("answersOfPersons", persons);
        map.put("answersOfStandIns", standIns);
        map.put("stepsNotAnswered", open);
        map.put("sentence", sentence());
        return map;
    }
}
