package fr.halle.order.service;

/**
 * When a part that is under way is late: its slot has passed. A stay, lessons or a pass have none, and last for days; nor has a delivery,
 * whose day is agreed by telephone (K20). Whoever counts what is late asks this, so that each figure is the rows that it opens.
 */
public final class Lateness {

    /** Of a row {@code p} of {@code merchant_order}, bound to now; what indexes hold of parts under way tells it. */
    public static final String LATE = "(p.slot_end <= ?)";

    private Lateness() {}
}
