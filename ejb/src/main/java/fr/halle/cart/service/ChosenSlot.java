package fr.halle.cart.service;

import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.SlotKey;
import java.time.Instant;

/** When a shop's part is to be fetched. */
record ChosenSlot(Shop shop, Instant start) {

    SlotKey key() {
        return new SlotKey(shop.id(), start);
    }
}
