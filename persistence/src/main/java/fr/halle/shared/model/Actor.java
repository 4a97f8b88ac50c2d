package fr.halle.shared.model;

import org.jspecify.annotations.Nullable;

/**
 * Who does something: written on every move and every audit row. The name is shown in histories; a merchant's actor also names
 * the merchant it acts for, and only that one.
 *
 * @param role what somebody signed in as; null for who never signs in: a customer, the clock, the provider
 */
public record Actor(
        Kind kind,
        long id,
        String name,
        @Nullable Long merchantId,
        @Nullable Role role) {

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

    public static final Actor CLOCK = new Actor(Kind.CLOCK, 0, "clock", null, null);
    public static final Actor PROVIDER = new Actor(Kind.PROVIDER, 0, "provider", null, null);
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0, "system", null, null);

    public Actor {
        if ((kind == Kind.MERCHANT) != (merchantId != null)) {
            throw new IllegalArgumentException("A merchant, and nobody else, acts for a merchant");
        }
        if ((kind == Kind.MERCHANT || kind == Kind.OPERATOR) != (role != null)) {
            throw new IllegalArgumentException("Who signs in has a role, and nobody else");
        }
    }

    public static Actor customer(long id, String name) {
        return new Actor(Kind.CUSTOMER, id, name, null, null);
    }

    /** The merchant itself: its owner. */
    public static Actor merchant(long id, String name, long merchantId) {
        return merchant(id, name, merchantId, Role.OWNER);
    }

    /** Somebody of the merchant's. */
    public static Actor merchant(long id, String name, long merchantId, Role role) {
        return new Actor(Kind.MERCHANT, id, name, merchantId, role);
    }

    public static Actor operator(long id, String name) {
        return new Actor(Kind.OPERATOR, id, name, null, Role.OPERATOR);
    }

    /**
     * Whether the role allows it: asked of memory, not of the database. Who has no role is judged by the lifecycles' tables alone,
     * which say what a customer or the clock may ask for.
     */
    public boolean may(Permission permission) {
        return role == null || permission.isOf(role);
    }

    /** @throws NotAllowed unless {@link #may} */
    public void must(Permission permission) {
        if (!may(permission)) {
            throw new NotAllowed(permission);
        }
    }
}
