package fr.halle.order.model;

/**
 * What must be true before a part is completed: setting {@code complete.requires} (K17). Where completion releases the money (K2),
 * a merchant who completes at once pays itself early; each portal decides whether that matters.
 */
public enum CompletionRule {
    NOTHING,
    /** The pickup slot has begun, or where there is none, the day of the service. */
    SLOT_STARTED
}
