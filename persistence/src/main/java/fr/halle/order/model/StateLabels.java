package fr.halle.order.model;

import fr.halle.portal.model.Preset;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** What a territory calls the states of a part: one state machine, each document's own words (K16). */
public final class StateLabels {

    private static final String STATES = "state.MerchantOrder.";

    private StateLabels() {}

    /** The territory's own word for a state, by its {@link MerchantOrderState#key}; empty where it has none. */
    public static Optional<String> own(String key, Preset preset, Locale language) {
        if (!key.startsWith(STATES)) {
            return Optional.empty();
        }
        ResourceBundle words =
                ResourceBundle.getBundle("fr.halle.i18n.territory", language, StateLabels.class.getClassLoader());
        String own = preset + "." + key;
        return words.containsKey(own) ? Optional.of(words.getString(own)) : Optional.empty();
    }
}
