package io.firedrill.check.told;

import io.firedrill.check.Draft;
import io.firedrill.check.Reason;
import io.firedrill.check.Verdict;

import java.util.List;

/** Says that silence on some channels says nothing, for they were not seen alive before. */
final class Silent {
    private Silent() {}

    /** Gives the verdict where nothing is red, and not every channel that counts was proven. */
    static Verdict inconclusive(Draft draft, List<String> channels) {
        boolean one = channels.size() == 1;
        return draft.inconclusive(
                Reason.CHANNEL_NOT_PROVEN,
                (one ? "channel " : "channels ") + String.join(", ", channels)
                        + (one ? " was" : " were")
                        + " not seen alive before anything was broken, so silence there says"
                        + " nothing");
    }
}
