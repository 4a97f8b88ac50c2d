package fr.halle.order.model;

/**
 * What must be true before a part is completed: setting {@code complete.requires} (K17). Where completion releases the money (K2),
 * a merchant who completes at once pays itself early; each portal decides whether that matters. The operator may complete whatever
 * the rule, with a reason.
 */
public enum CompletionRule {
    NOTHING,
    /** The pickup slot has begun, or where there is none, the day of the service. */
    SLOT_STARTED,
    /** The merchant types or scans the code that its customer shows, see {@link PickupCode}. */
    PICKUP_CODE,
    /** The customer says so on the private page of the order; who forgets is not waited for longer than AUTO_AFTER. */
    CUSTOMER_CONFIRM,
    /** Nobody: the clock, so many days after the service. */
    AUTO_AFTER;

    /** Whether the clock completes what nobody else did. */
    public boolean endsByItself() {
        return this == CUSTOMER_CONFIRM || this == AUTO_AFTER;
    }
}
