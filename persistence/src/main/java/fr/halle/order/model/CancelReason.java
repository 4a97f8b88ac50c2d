package fr.halle.order.model;

import java.util.Locale;
import java.util.ResourceBundle;

/** Why something is cancelled, to choose from (M40). Everybody reads it in his own language; words of one's own may follow it. */
public enum CancelReason {
    UNAVAILABLE,
    CLOSED,
    CUSTOMER_ASKED,
    OFFER_ERROR,
    WEATHER,
    QUALITY,
    /** Means nothing alone: it needs words. */
    OTHER;

    public String key() {
        return "reason.Cancel." + name();
    }

    public String label(Locale language) {
        return ResourceBundle.getBundle("fr.halle.i18n.states", language, CancelReason.class.getClassLoader())
                .getString(key());
    }
}
