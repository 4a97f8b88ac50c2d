package fr.halle.shared.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Search ignores accents and case (M11). */
class TextsTest {

    @Test
    void foldsWhatACustomerWouldNotTellApart() {
        assertThat(Texts.fold("  Œufs\u00a0d’Été ")).isEqualTo("oeufs d'ete");
        assertThat(Texts.fold("HUÎTRES de l'Île")).isEqualTo(Texts.fold("huitres  de l’ile"));
        assertThat(Texts.fold("Saint-Étienne-du-Grès")).isEqualTo("saint-etienne-du-gres");
        assertThat(Texts.fold("Ångström, Straße, Łódź, Søren, ﬁn")).isEqualTo("angstrom, strasse, lodz, soren, fin");
    }

    @Test
    void doesNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr"));
            assertThat(Texts.fold("INFORMATION")).isEqualTo("information");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void foldingTwiceChangesNothing() {
        Seeded.forAll(2_000, random -> {
            StringBuilder text = new StringBuilder();
            random.ints(20, ' ', 0x2200).filter(Character::isDefined).forEach(text::appendCodePoint);
            String folded = Texts.fold(text.toString());
            assertThat(Texts.fold(folded)).isEqualTo(folded);
        });
    }
}
