package fr.halle.document.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.halle.order.service.PartDetail;
import fr.halle.testing.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M18, M29: a part on paper can be read by everybody, kept for ever, and says all that its merchant needs. */
class APartIsPrintedTest {

    private static final int MANY = 60;
    private final Press press = new Press();

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void readableByAScreenReaderAndFitForAnArchive(String language) {
        byte[] pdf = print(Orders.everyKind("Camille Lefèvre", "Sans gluten, merci", "Huîtres"), language);
        keep(pdf, "part-" + language);
        Conformance.assertReadableAndArchivable(pdf);
    }

    @Test
    void saysNumberCustomerCollectionLinesTotalsAndWhoSells() {
        String text = text(print(Orders.everyKind("Camille Lefèvre", "Sans gluten, merci", "Huîtres"), "fr"));
        assertThat(text)
                .contains("EP-00042-001", "Camille Lefèvre", "camille@exemple.fr", "06 12 34 56 78")
                .contains("3 rue du Port", "14390 Cabourg", "Belgique")
                .contains("Retrait", "samedi 21 novembre 2026", "10:30 – 11:00", "« Sans gluten, merci »")
                .contains("Huîtres GOODS", "1,25 kg", "34,00 €", "42,50 €", "5,50 %", "Huîtres LODGING")
                .contains("Taille 172 cm, pointure 42", "2 adultes, 1 enfant", "Étoile d’or")
                .contains("Dont taxe de séjour 4,80 €", "7 – 13 février 2027")
                .contains("525,40 €", "435,40 €", "90,00 €", "6,90 €")
                .contains("Maison Morel SARL", "SIRET 12345678900012", "TVA FR12345678900");
    }

    @Test
    void speaksTheReadersLanguage() {
        assertThat(text(print(Orders.everyKind("Camille Lefèvre", "", "Oysters"), "en")))
                .contains("Order EP-00042-001", "Customer", "Unit price incl. VAT", "€525.40", "Belgium", "5.50%")
                .doesNotContain("Commande", "TTC");
    }

    /** A name is text: it opens nothing, runs nothing, turns nothing round and does not break the page. */
    @Test
    void ofHostileTextOnlyTheTextIsLeft() {
        String word = "Donaudampfschifffahrtsgesellschaft".repeat(12);
        String name = "<script>alert(1)</script><img src='file:///etc/passwd'/> &amp; ]]> \u202Eevil\u0007 \u05D0\u0628"
                + " \uD83D\uDE00\uFE0F \uD800 \u4E2D\u0000 e\u0301 {{number}} Łukasz Ελένη Жанна\u00AD\u200D";
        byte[] pdf = print(Orders.everyKind(name, word + "\n" + name, word + name), "fr");
        keep(pdf, "part-hostile");
        Conformance.assertReadableAndArchivable(pdf);
        assertThat(text(pdf))
                .contains("<script>alert(1)</script>", "{{number}}", "Łukasz", "Ελένη", "Жанна", "\u25a1")
                .doesNotContain("root:", "\u202e");
    }

    @Test
    void manyPrestationsGoOnOverThePageWithTheirHeads() {
        PartDetail detail = Orders.everyKind("Camille Lefèvre", "x ".repeat(500), "Très ".repeat(MANY));
        byte[] pdf = print(detail, "fr");
        keep(pdf, "part-long");
        Conformance.assertReadableAndArchivable(pdf);
        assertThat(text(pdf)).containsPattern("1 / [2-4]").containsPattern("(?s)Prix unitaire TTC.*Prix unitaire TTC");
    }

    @Test
    void isMadeQuicklyAndIsSmall() {
        PartDetail detail = Orders.everyKind("Camille Lefèvre", "", "Huîtres");
        for (int i = 0; i < 10; i++) {
            print(detail, "fr");
        }
        long start = System.nanoTime();
        byte[] pdf = print(detail, "fr");
        long millis = (System.nanoTime() - start) / 1_000_000;
        assertThat(millis).as("milliseconds, warm").isLessThan(2000);
        assertThat(pdf.length).as("bytes").isLessThan(120_000);
        keepFigure(millis, pdf.length);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        ResourceBundle french = ResourceBundle.getBundle("fr.halle.i18n.document", Locale.FRENCH);
        ResourceBundle english = ResourceBundle.getBundle("fr.halle.i18n.document", Locale.ENGLISH);
        assertThat(english.keySet()).containsExactlyInAnyOrderElementsOf(french.keySet());
        french.keySet().forEach(key -> {
            assertThat(french.getString(key).replaceAll("[^{}]|(?<!\\{)\\{(?!\\{)", ""))
                    .as(key)
                    .isEqualTo(english.getString(key).replaceAll("[^{}]|(?<!\\{)\\{(?!\\{)", ""));
            assertThat(french.getString(key)).as(key).doesNotContainPattern("[^\\u00a0][:;!?»]|«[^\\u00a0]");
        });
    }

    private byte[] print(PartDetail detail, String language) {
        return press.print(new PartPaper(
                        DocumentWords.in(language),
                        detail,
                        Orders.SELLER,
                        "Cabourg",
                        TestClock.instantOf("2026-11-22T09:00"))
                .xhtml());
    }

    /** Spaces that do not break are spaces to a reader. */
    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\u00a0\\u202f]", " ");
        } catch (IOException e) {
            return fail(e);
        }
    }

    private static void keepFigure(long millis, int bytes) {
        keep((millis + " ms, " + bytes + " bytes").getBytes(java.nio.charset.StandardCharsets.UTF_8), "figures");
    }

    /** To look at: a validator does not see that two words overlap. */
    private static void keep(byte[] pdf, String name) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "papers"));
            Files.write(folder.resolve(name + (name.equals("figures") ? ".txt" : ".pdf")), pdf);
        } catch (IOException e) {
            fail(e);
        }
    }
}
