package fr.halle.checkout.model;

import fr.halle.portal.model.Setting;
import java.util.List;

/** The settings that checkout obeys. */
public final class CheckoutSettings {

    /** How long what is in a checkout stays claimed while the customer pays, in minutes. */
    public static final Setting<Integer> HOLD_MINUTES =
            Setting.number("checkout.holdMinutes", 5, 120, 20).asked("§10");

    /** How a customer accepts the terms of all whom he buys from. The evidence that is kept is the same (C04). */
    public enum TermsBox {
        /** 000: « Le client valide les Conditions Générales de Vente de chaque marchand. » */
        PER_MERCHANT,
        /** 002: one « J’accepte les conditions de vente », which names and links each of them. */
        SINGLE_LISTING_ALL
    }

    /** K14. */
    public static final Setting<TermsBox> CGV_BOX =
            Setting.choice("cgv.box", TermsBox.class, TermsBox.PER_MERCHANT).asked("K14");

    /** How many mails confirm an order to its customer (K11). */
    public enum Confirmation {
        /** « autant de mails que de prestations » (C06). */
        PER_PRESTATION,
        PER_MERCHANT,
        GROUPED
    }

    /** K11. */
    public static final Setting<Confirmation> MAIL_CONFIRMATION = Setting.choice(
                    "mail.confirmation", Confirmation.class, Confirmation.PER_PRESTATION)
            .asked("K11");

    /** Whether merchants who gave a mobile and agreed get an SMS at each order (M04, K13). */
    public static final Setting<Boolean> SMS_NEW_ORDER =
            Setting.flag("sms.new_order", true).asked("K13");

    public static final List<Setting<?>> ALL = List.of(HOLD_MINUTES, CGV_BOX, MAIL_CONFIRMATION, SMS_NEW_ORDER);

    private CheckoutSettings() {}
}
