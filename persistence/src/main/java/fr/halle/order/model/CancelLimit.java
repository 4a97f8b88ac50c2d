package fr.halle.order.model;

import static fr.halle.order.model.MerchantOrderState.CONFIRMING;
import static fr.halle.order.model.MerchantOrderState.HANDING_OVER;
import static fr.halle.order.model.MerchantOrderState.PROCESSING;
import static fr.halle.order.model.MerchantOrderState.READY;
import static fr.halle.order.model.MerchantOrderState.RECORDED;

import java.util.Set;

/**
 * How far a merchant may cancel its own part: setting {@code cancel.merchant_until} (K1). The operator is not bound by it (O01);
 * PROCESSING is where a part is validated (K16).
 */
public enum CancelLimit {
    NEVER(),
    BEFORE_VALIDATION(RECORDED, CONFIRMING),
    BEFORE_READY(RECORDED, CONFIRMING, PROCESSING),
    BEFORE_COMPLETED(RECORDED, CONFIRMING, PROCESSING, READY, HANDING_OVER);

    public static final CancelLimit DEFAULT = BEFORE_VALIDATION;

    private final Set<MerchantOrderState> states;

    CancelLimit(MerchantOrderState... states) {
        this.states = Set.of(states);
    }

    public boolean allows(MerchantOrderState state) {
        return states.contains(state);
    }
}
