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

    /** When a cancelled part's money goes back (K7). */
    public enum Mode {
        /** As soon as it is cancelled: « remboursé automatiquement » (C15). */
        AUTO_ON_CANCEL,
        /** When the merchant, or the operator, says so: it is promised and set aside meanwhile. */
        MANUAL
    }

    /** K7. */
    public static final Setting<Mode> MODE =
            Setting.choice("refund.mode", Mode.class, Mode.AUTO_ON_CANCEL).asked("K7");

    public static final List<Setting<?>> ALL = List.of(FEES_ON_REFUND, MODE);

    private RefundSettings() {}
}
