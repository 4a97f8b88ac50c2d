package fr.halle.notification.service;

import java.time.Instant;

/** The words of how a part reaches the customer: pickup with its day and hour (C31), delivery to plan by phone (C10), or nothing. */
final class Handover {

    private final Words words;
    private final Facts.Part part;

    Handover(Words words, Facts.Part part) {
        this.words = words;
        this.part = part;
    }

    boolean isAny() {
        return !"NONE".equals(part.mode());
    }

    boolean isPickup() {
        return "PICKUP".equals(part.mode());
    }

    /** {@code lundi 11 mai, 10:30 – 11:00}; empty where no slot was chosen. */
    String slot() {
        Instant from = part.slotStart();
        Instant to = part.slotEnd();
        if (from == null) {
            return "";
        }
        return words.day(from) + ", " + (to == null ? words.time(from) : words.times(from, to));
    }

    /** A sentence to the customer; only where {@link #isAny()}. */
    String toCustomer() {
        Facts.Shop shop = part.shop();
        if (!isPickup()) {
            return words.say(
                    "handover.delivery",
                    "shop",
                    shop.name(),
                    "address",
                    part.deliveryAddress(),
                    "phone",
                    Phones.shown(shop.phone()));
        }
        String slot = slot();
        return words.say(
                slot.isEmpty() ? "handover.pickup" : "handover.pickupAt",
                "slot",
                slot,
                "shop",
                shop.name(),
                "address",
                shop.address());
    }

    /** What the merchant reads beside « Mode de retrait » (M06). */
    String toMerchant() {
        if (!isAny()) {
            return words.say("handover.merchant.none");
        }
        if (!isPickup()) {
            return words.say("handover.merchant.delivery", "address", part.deliveryAddress());
        }
        String slot = slot();
        return words.say(slot.isEmpty() ? "handover.merchant.pickup" : "handover.merchant.pickupAt", "slot", slot);
    }
}
