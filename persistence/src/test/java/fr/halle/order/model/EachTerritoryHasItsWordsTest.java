package fr.halle.order.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.portal.model.Preset;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** K16: eight statuses (001) and « validée / terminée » (002) are one state machine with the labels of each territory. */
class EachTerritoryHasItsWordsTest {

    @Test
    void theTownSaysValidatedWhereTheTerroirSaysInProgress() {
        assertThat(label(MerchantOrderState.PROCESSING, Preset.TOWN_PICKUP)).isEqualTo("Validée");
        assertThat(label(MerchantOrderState.COMPLETED, Preset.TOWN_PICKUP)).isEqualTo("Terminée");
        assertThat(label(MerchantOrderState.PROCESSING, Preset.TOWN_ORDERS)).isEqualTo("En cours de traitement");
        assertThat(label(MerchantOrderState.COMPLETED, Preset.TOWN_ORDERS)).isEqualTo("Terminé");
    }

    @Test
    void nobodyElsesStatesAreRenamed() {
        assertThat(StateLabels.own("state.Payment.CAPTURED", Preset.TOWN_PICKUP, Locale.FRENCH))
                .isEmpty();
    }

    @Test
    void everyLabelIsOfAStateThereIsInBothLanguages() {
        Set<String> all = Arrays.stream(Preset.values())
                .flatMap(preset -> Arrays.stream(MerchantOrderState.values()).map(state -> preset + "." + state.key()))
                .collect(Collectors.toSet());
        assertThat(words(Locale.FRENCH).keySet())
                .isSubsetOf(all)
                .isEqualTo(words(Locale.ENGLISH).keySet());
    }

    private static String label(MerchantOrderState state, Preset preset) {
        return StateLabels.own(state.key(), preset, Locale.FRENCH)
                .orElseGet(() -> ResourceBundle.getBundle("fr.halle.i18n.states", Locale.FRENCH)
                        .getString(state.key()));
    }

    private static ResourceBundle words(Locale language) {
        return ResourceBundle.getBundle("fr.halle.i18n.territory", language);
    }
}
