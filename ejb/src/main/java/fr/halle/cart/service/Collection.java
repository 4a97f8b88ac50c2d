package fr.halle.cart.service;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one merchant's part is to be collected, as chosen (C09, K21).
 *
 * @param slotStart for a pickup; null until one is chosen
 * @param street for a delivery elsewhere than to the customer's own address, which is asked at checkout
 */
public record Collection(
        Mode mode,
        @Nullable Instant slotStart,
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String note) {

    /** The two ways that shops offer by themselves (O03, O04). */
    public enum Mode {
        PICKUP,
        DELIVERY
    }

    public static Collection pickup(@Nullable Instant slotStart) {
        return new Collection(Mode.PICKUP, slotStart, null, null, null, null);
    }

    public static Collection delivery() {
        return new Collection(Mode.DELIVERY, null, null, null, null, null);
    }
}
