package fr.halle.simulator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of mishaps and its words. */
class EveryMishapTest {

    private static final ResourceBundle FRENCH =
            ResourceBundle.getBundle("fr.halle.simulator.page.texts", Locale.FRENCH);
    private static final ResourceBundle ENGLISH =
            ResourceBundle.getBundle("fr.halle.simulator.page.texts", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(Effect.class)
    void suitsSomeOperationAndIsFoundByItsLabel(Effect effect) {
        assertThat(Arrays.stream(Operation.values()).anyMatch(effect::suits)).isTrue();
        assertThat(Effect.labelled(effect.label())).contains(effect);
    }

    @Test
    void isNamedInBothLanguages() {
        Set<String> keys = FRENCH.keySet();
        assertThat(ENGLISH.keySet()).isEqualTo(keys);
        for (Effect effect : Effect.values()) {
            assertThat(keys).contains("effect" + effect);
        }
        for (Operation operation : Operation.values()) {
            assertThat(keys).contains("operation" + operation);
        }
        for (TestCard card : TestCard.values()) {
            assertThat(keys).contains("card" + card);
        }
    }
}
