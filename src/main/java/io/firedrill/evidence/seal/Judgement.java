package io.firedrill.evidence.seal;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of judging a pack again.
 *
 * @param pack its folder, as it was named
 * @param drill id of its drill; empty where it could not be read
 * @param written the verdict that the pack says
 * @param judged the verdict that its journal gives; empty where it could not be judged
 * @param differences where the two do not agree, a sentence each
 * @param notes what a reader should know besides
 */
public record Judgement(
        Path pack,
        State state,
        String drill,
        String written,
        String judged,
        List<String> differences,
        List<String> notes) {

    /** Whether a pack says what its journal says. */
    public enum State {
        /** Every verdict is the one that the journal gives. */
        EQUAL,
        /** At least one is not. */
        DIFFERS,
        /** It could not be judged. */
        UNKNOWN
    }

    /** Makes one for what could not be judged. */
    static Judgement unknown(Path pack, String why) {
        return new Judgement(pack, State.UNKNOWN, "", "", "", List.of(), List.of(why));
    }

    /** Makes one for what is already known to differ. */
    static Judgement differs(Path pack, String why) {
        return new Judgement(pack, State.DIFFERS, "", "", "", List.of(why), List.of());
    }
}
