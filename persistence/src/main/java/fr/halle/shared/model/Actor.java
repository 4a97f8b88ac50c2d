package fr.halle.shared.model;

import org.jspecify.annotations.Nullable;

/**
 * Who does something: written on every move and every audit row. The name is shown in histories; a merchant's actor also names
 * the merchant it acts for, and only that one.
 */
public record Actor(
        Kind kind, long id, String name, @Nullable Long merchantId) {

    /** What an actor is to the business; a lifecycle's table says which kinds may ask for a move. */
    public enum Kind {
        CUSTOMER,
        MERCHANT,
        OPERATOR,
        /** A job that runs by the clock. */
        CLOCK,
        /** The payment provider, whose answer was asked for: never a notification by itself. */
        PROVIDER,
        SYSTEM
    }

    public static final Actor CLOCK = new Actor(Kind.CLOCK, 0, "clock", null);
    public static final Actor PROVIDER = new Actor(Kind.PROVIDER, 0, "provider", null);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0, "system", null);

    public Actor {
        if ((kind == Kind.MERCHANT) != (merchantId != null)) {
            throw new IllegalArgumentException("A merchant, and nobody else, acts for a merchant");
        }
    }

    public static Actor customer(long id, String name) {
        return new Actor(Kind.CUSTOMER, id, name, null);
    }

    public static Actor merchant(long id, String name, long merchantId) {
        return new Actor(Kind.MERCHANT, id, name, merchantId);
    }

    public static Actor operator(long id, String name) {
        return new Actor(Kind.OPERATOR, id, name, null);
    }
}
