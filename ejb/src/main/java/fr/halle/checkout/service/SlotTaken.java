package fr.halle.checkout.service;

import fr.halle.shared.model.BusinessException;
import java.time.Instant;

/** A pickup slot filled up meanwhile (K19). Details: shop, the slot's start. */
public final class SlotTaken extends BusinessException {

    private static final long serialVersionUID = 1;

    private final long shopId;
    private final Instant slotStart;

    public SlotTaken(long shopId, Instant slotStart) {
        super(shopId, slotStart);
        this.shopId = shopId;
        this.slotStart = slotStart;
    }

    public long shopId() {
        return shopId;
    }

    public Instant slotStart() {
        return slotStart;
    }
}
