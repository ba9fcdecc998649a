package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with which notices. Used by one thread. */
final class Complaints {
    private static final int SHOWN = 20;

    private final List<String> texts = new ArrayList<>();
    private final List<Long> events = new ArrayList<>();

    /**
     * One of them.
     *
     * @param event index of the entry in the journal that it is about
     */
    record Complaint(long event, String text) {}

    /** Notes what is wrong with what an entry of the journal holds. */
    void add(long event, String text) {
        add(new Complaint(event, text));
    }

    void add(Complaint complaint) {
        events.add(complaint.event());
        texts.add(complaint.text());
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    int size() {
        return texts.size();
    }

    /** Says the first one, and how many more there are. */
    String headline() {
        return texts.get(0) + (size() > 1 ? "; and " + (size() - 1) + " more" : "");
    }

    /** Adds them to a verdict as its measured value, its details and its events. */
    void tell(Draft draft, String unit) {
        draft.measured(size(), size(), unit).events(events);
        for (int at = 0; at < Math.min(SHOWN, size()); at++) {
            draft.detail(unit + " " + (at + 1), texts.get(at));
        }
    }

    /** Fails where there is one, and passes where there is none. */
    Verdict rule(Draft draft, Reason reason, String good) {
        tell(draft, "wrong");
        return isEmpty() ? draft.pass(good) : draft.fail(reason, headline());
    }
}
