package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.order.model.CancelReason;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundles of the domain: French first, English complete, nothing left over. */
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fr.halle.i18n.states", "fr.halle.i18n.calendar"})
    void bothLanguagesHaveTheSameKeysAndNoEmptyWord(String name) {
        ResourceBundle french = ResourceBundle.getBundle(name, Locale.FRENCH);
        ResourceBundle english = ResourceBundle.getBundle(name, Locale.ENGLISH);
        assertThat(french.getLocale()).isEqualTo(Locale.FRENCH);
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(french.keySet());
        Stream.of(french, english)
                .forEach(bundle -> bundle.keySet()
                        .forEach(key -> assertThat(bundle.getString(key))
                                .as(key)
                                .isNotBlank()
                                .doesNotContain("'")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr.halle.i18n.states", "fr.halle.i18n.calendar"})
    void frenchKeepsANoBreakSpaceBeforeItsDoublePunctuation(String name) {
        ResourceBundle french = ResourceBundle.getBundle(name, Locale.FRENCH);
        french.keySet()
                .forEach(key -> assertThat(french.getString(key))
                        .as(key)
                        .doesNotContainPattern("[^\\u00a0][:;!?»]|«[^\\u00a0]"));
    }

    @Test
    void noWordOfTheLifecyclesIsLeftOver() {
        Set<String> keys = new HashSet<>();
        Lifecycles.ALL.forEach(lifecycle -> keys.addAll(LifecyclesTest.keysOf(lifecycle)));
        Arrays.stream(CancelReason.values()).map(CancelReason::key).forEach(keys::add);
        assertThat(LifecyclesTest.words(Locale.FRENCH)).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void everyHolidayHasItsName() {
        ResourceBundle french = ResourceBundle.getBundle("fr.halle.i18n.calendar", Locale.FRENCH);
        assertThat(french.keySet())
                .containsAll(Arrays.stream(FrenchHoliday.values())
                        .map(FrenchHoliday::key)
                        .toList());
    }
}
