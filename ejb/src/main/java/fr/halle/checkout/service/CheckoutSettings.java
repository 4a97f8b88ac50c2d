package fr.halle.checkout.service;

import fr.halle.portal.model.Setting;

/** The settings that checkout obeys. */
public final class CheckoutSettings {

    /** How long what is in a checkout stays claimed while the customer pays, in minutes. */
    public static final Setting<Integer> HOLD_MINUTES = Setting.number("checkout.holdMinutes", 5, 120, 20);

    private CheckoutSettings() {}
}
