package io.firedrill.check;

/** Why a verdict is not PASS; stable codes, so that they can be trended and twins can name them. */
public enum Reason {
    // the system failed the drill
    NOT_RECOVERED,
    RECOVERED_TOO_LATE,
    RECOVERED_BY_HEAL,
    ACKNOWLEDGED_WRITES_LOST,
    WRITES_DUPLICATED,
    UNEXPECTED_WRITES,
    TOO_FEW_SERVED,
    NOT_REJOINED,
    REJOINED_TOO_LATE,
    AFFECTED,
    INVARIANT_BROKEN,
    // the drill failed
    BASELINE_NOT_HEALTHY,
    NO_TRAFFIC,
    FAULT_NOT_IN_EFFECT,
    FAULT_IN_EFFECT_BEFORE,
    HEAL_NOT_CONFIRMED,
    HEAL_FAILED,
    LINK_NOT_USED,
    STEP_SKIPPED,
    LIMIT_REACHED,
    ABORTED,
    HARNESS_TROUBLE,
    HARNESS_OVERLOADED,
    STRADDLES_LIMIT,
    NOT_MEASURED,
    SYSTEM_NOT_STARTED,
    CHECK_CRASHED
}
