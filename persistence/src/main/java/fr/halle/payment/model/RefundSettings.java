package fr.halle.payment.model;

import fr.halle.ledger.model.FeesOnRefund;
import fr.halle.portal.model.Setting;
import java.util.List;

/** The settings that a refund obeys, read from those frozen on its order. */
public final class RefundSettings {

    /** K6: the documents are silent, so what was taken for a sale that did not last is given back. */
    public static final Setting<FeesOnRefund> FEES_ON_REFUND = Setting.choice(
                    "fees.on_refund", FeesOnRefund.class, FeesOnRefund.RETURNED)
            .asked("K6");

    public static final List<Setting<?>> ALL = List.of(FEES_ON_REFUND);

    private RefundSettings() {}
}
