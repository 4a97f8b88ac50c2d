package fr.halle.merchant.model;

/** Why a slot cannot be had: a missing one is shown with its reason, never as a hole. */
public enum GapReason {
    /** It has begun or is over. */
    PAST,
    /** Sooner than the shop can prepare (C11, K19). */
    TOO_EARLY,
    /** Taken as often as the shop can serve at once (K19). */
    FULL,
    /** Between two openings of one day. */
    BREAK,
    /** Outside the hours of every week. */
    CLOSED,
    /** Closed on this date, though not in other weeks. */
    CLOSED_EXCEPTION,
    /** A public holiday (M68). */
    HOLIDAY;

    /** Where its words are: {@code gap.TOO_EARLY}. */
    public String key() {
        return "gap." + name();
    }
}
