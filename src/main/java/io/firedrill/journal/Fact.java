package io.firedrill.journal;

/**
 * What a notice may say, by name. A fact is kept as text in one normal form, so that notices on
 * different channels can be compared word by word:
 *
 * <ul>
 *   <li>an instant ({@link #ETA}, {@link #NEXT_UPDATE}, {@link #SENT}, {@link #DECLARED},
 *       {@link #APPROVED_AT}, {@link #CHANGED}) is ISO 8601 in UTC with milliseconds, as
 *       {@code Instant.toString()} writes it; {@link #ETA} may be {@link #UNKNOWN}
 *   <li>a list ({@link #AFFECTED}, {@link #REGIONS}) is in alphabetical order, joined by commas
 *       without blanks, lower case
 *   <li>{@link #UPDATE} is a whole number from 1 within its incident
 *   <li>words ({@link #STATE}, {@link #AUDIENCE}, {@link #SEGMENT}, {@link #DATA}) are lower case
 *   <li>all others are text, blanks folded
 * </ul>
 */
public final class Fact {
    /** Id of the incident. */
    public static final String INCIDENT = "incident";

    /** Its number within the incident, from 1; the same on every channel. */
    public static final String UPDATE = "update";

    /**
     * investigating, identified, monitoring, resolved; scheduled, in-progress, completed for
     * planned work; operational where a page says that nothing is wrong.
     */
    public static final String STATE = "state";

    /** Whom it is for: the name of an audience of the plan. */
    public static final String AUDIENCE = "audience";

    /** Which customers it is for: the name of a segment of the plan. */
    public static final String SEGMENT = "segment";

    /** What it says is affected: names of journeys. */
    public static final String AFFECTED = "affected";

    /** Where. */
    public static final String REGIONS = "regions";

    /** What customers feel, in words. */
    public static final String IMPACT = "impact";

    /** When service is expected back, or {@link #UNKNOWN}. */
    public static final String ETA = "eta";

    /** When the next update is promised. */
    public static final String NEXT_UPDATE = "next-update";

    /** What a customer can do meanwhile: the name of a journey, or words. */
    public static final String WORKAROUND = "workaround";

    /** Where help is to be had. */
    public static final String CONTACT = "contact";

    /** What became of data: none-lost, lost, unknown. */
    public static final String DATA = "data";

    /** What is done about it. */
    public static final String MEASURES = "measures";

    /** The cause, where it names one. */
    public static final String CAUSE = "cause";

    /** Whose outage it is, where it is a supplier's. */
    public static final String SUPPLIER = "supplier";

    /** The role that approved it. */
    public static final String APPROVED_BY = "approved-by";

    /** When it was approved. */
    public static final String APPROVED_AT = "approved-at";

    /** When the incident was declared. */
    public static final String DECLARED = "declared";

    /** When it was sent, by itself. */
    public static final String SENT = "sent";

    /** When a page was changed last, by itself. */
    public static final String CHANGED = "changed";

    /** The review that is scheduled: an instant. */
    public static final String REVIEW = "review";

    /** Its language, as ISO 639-1. */
    public static final String LANGUAGE = "language";

    /** Who it says it is from. */
    public static final String FROM = "from";

    /** What a pager was told: trigger, acknowledge, resolve. */
    public static final String ACTION = "action";

    /** yes where it says by itself that it is a test. */
    public static final String TEST = "test";

    /** What {@link #ETA} says where nothing is known. */
    public static final String UNKNOWN = "unknown";

    private Fact() {}
}
