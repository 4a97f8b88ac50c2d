package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.document.service.Conformance;
import fr.halle.document.service.Paper;
import fr.halle.document.service.QuotePapers;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.shared.service.Formats;
import fr.halle.testing.TestDatabase;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S21: a quote on paper can be read by everybody, kept for ever, and says what its customer and the law ask. */
class AQuoteIsPrintedTest {

    private static final String SCRIPT = "<script>alert(1)</script> & ]]> {{number}} Œufs";

    private final QuotingDesk desk = new QuotingDesk();
    private final QuotePapers papers = desk.sales.beans.get(QuotePapers.class);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void readableByAScreenReaderAndFitForAnArchive(String language) {
        long quote = everything(language);
        Conformance.assertReadableAndArchivable(papers.of(desk.secretary, quote).pdf());
        desk.send(quote);
        Paper sent = papers.of(desk.secretary, quote);
        Conformance.assertReadableAndArchivable(sent.pdf());
        assertThat(sent.fileName()).isEqualTo("fr".equals(language) ? "devis-1.pdf" : "quote-1.pdf");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void saysWhoSellsWhatItCostsAndUntilWhen(String language) {
        long quote = everything(language);
        desk.send(quote);
        FrozenQuote frozen = desk.sending.asShown(desk.secretary, quote);
        String text = text(papers.of(desk.secretary, quote));
        Formats formats = Formats.in(language);
        assertThat(text)
                .contains("Maison Morel", "12345678900012", "FR12345678900")
                .contains("Camille Lefèvre", "camille@exemple.fr", "06 12 34 56 78", "74000 Annecy")
                .contains(plain(formats.cents(frozen.totals().linesCents())))
                .contains(plain(formats.cents(frozen.totals().totalCents())))
                .contains(plain(formats.cents(frozen.totals().vatCents())))
                .contains(plain(formats.cents(frozen.totals().dueNowCents())))
                .contains(plain(formats.cents(frozen.totals().balanceCents())))
                .contains("Fidélité")
                .contains("Bonjour Camille, voici notre offre.");
        if ("fr".equals(language)) {
            assertThat(text)
                    .contains("Devis n° 1", "Valable jusqu’au", "6 décembre 2026", "Dont TVA", "20,00 %", "10,00 %")
                    .contains("Option", "Au choix n° 1, comptée", "Dont taxe de séjour");
        } else {
            assertThat(text)
                    .contains("Quote no. 1", "Valid until", "6 December 2026", "Including VAT", "20.00%", "10.00%")
                    .contains("Option", "Choice no. 1, included")
                    .doesNotContain("Devis", "TTC", "comptée");
        }
    }

    @Test
    void ofAScriptInALabelOnlyTheTextIsLeft() {
        long quote = desk.begin();
        desk.free(quote, SCRIPT, 1000);
        Paper paper = papers.of(desk.secretary, quote);
        Conformance.assertReadableAndArchivable(paper.pdf());
        assertThat(text(paper)).contains("<script>alert(1)</script> & ]]>", "{{number}}", "Brouillon du devis n° 1");
    }

    @Test
    void isTheSameForWhoeverHoldsTheLinkAndForNobodyElse() {
        long quote = everything("fr");
        String token = desk.view(quote).head().token();
        long portal = desk.sales.shop.portalId;
        assertThatThrownBy(() -> papers.of(portal, token)).as("not sent").isInstanceOf(QuoteUnknown.class);
        desk.send(quote);
        assertThat(text(papers.of(portal, token))).isEqualTo(text(papers.of(desk.secretary, quote)));
        QuotingDesk other = new QuotingDesk();
        assertThatThrownBy(() -> papers.of(other.secretary, quote)).isInstanceOf(QuoteUnknown.class);
        assertThatThrownBy(() -> papers.of(other.sales.shop.portalId, token)).isInstanceOf(QuoteUnknown.class);
        assertThatThrownBy(() -> papers.of(portal, token + "x")).isInstanceOf(QuoteUnknown.class);
    }

    @Test
    void staysWhatWasSentWhateverTheCatalogueBecomes() {
        long quote = everything("fr");
        desk.send(quote);
        String before = text(papers.of(desk.secretary, quote));
        desk.sales.sql.update(
                "update product set name_fr = 'Autre chose', from_cents = 1 where portal_id = ?",
                desk.sales.shop.portalId);
        desk.sales.sql.update("update merchant set legal_name = 'Repreneur' where id = ?", desk.sales.shop.merchantId);
        desk.sales.clock.set("2026-12-20T10:00");
        assertThat(text(papers.of(desk.secretary, quote))).isEqualTo(before);
    }

    /** A chalet with its tourist tax, an outing, an insurance and Divers; an option, two alternatives, a discount and a deposit. */
    private long everything(String language) {
        desk.sales.sql.update("update sales_request set language = ? where id = ?", language, desk.request);
        desk.sales.sql.update(
                "update merchant set siret = '12345678900012', vat_number = 'FR12345678900' where id = ?",
                desk.sales.shop.merchantId);
        long quote = desk.begin();
        desk.add(
                quote,
                new Choice(
                        chalet(),
                        null,
                        1,
                        LocalDate.parse("2027-02-13"),
                        LocalDate.parse("2027-02-20"),
                        null,
                        null,
                        2,
                        1));
        desk.add(quote, QuotingDesk.joined(desk.outing(2500, 4), 3));
        desk.add(quote, new Choice(insurance(), null, 1, null, null, null, null, null, null));
        long option = desk.free(quote, "Panier du montagnard", 2900);
        long one = desk.free(quote, "Ménage", 6000);
        long other = desk.free(quote, "Ménage et linge", 9000);
        leave(quote, option, LinePick.OPTION, null, false);
        leave(quote, one, LinePick.ALTERNATIVE, 1, true);
        leave(quote, other, LinePick.ALTERNATIVE, 1, false);
        QuoteHead head = desk.view(quote).head();
        TestDatabase.inTransaction(() -> desk.quotes.save(
                desk.secretary,
                quote,
                head.version(),
                new QuoteWish(
                        QuoteAsk.DEPOSIT,
                        3000,
                        head.balanceDueOn(),
                        head.validUntil(),
                        4321,
                        "Fidélité",
                        "Bonjour Camille, voici notre offre.")));
        return quote;
    }

    private void leave(long quote, long line, LinePick pick, Integer alternative, boolean taken) {
        TestDatabase.inTransaction(() -> desk.lines.leave(desk.secretary, quote, line, pick, alternative, taken));
    }

    private long chalet() {
        long chalet = desk.sales.shop.product(ProductKind.LODGING, "Chalet L’Edelweiss", 14000, 1000);
        desk.sales.shop.terms(
                chalet,
                "{\"maxPersons\": 6, \"depositBp\": 3000, \"balanceDaysBefore\": 30, \"taxCentsPerAdultNight\": 141, \"bedrooms\": 3, \"other\": 1}");
        desk.sales.shop.season(chalet, "2027-02-06", "2027-02-27", 18500, 7);
        LocalDate.parse("2027-02-06")
                .datesUntil(LocalDate.parse("2027-02-27"))
                .forEach(day -> desk.sales.shop.capacity(chalet, null, day, null, null, null, 1));
        return chalet;
    }

    private long insurance() {
        long insurance = desk.sales.shop.product(ProductKind.INSURANCE, "Annulation", 490, 0);
        desk.sales.shop.terms(insurance, "{\"rateBp\": 450, \"minCents\": 490, \"insuredKinds\": [\"LODGING\"]}");
        return insurance;
    }

    private static String text(Paper paper) {
        try (PDDocument document = Loader.loadPDF(paper.pdf())) {
            return plain(new PDFTextStripper().getText(document));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Spaces that do not break, and the ends of lines, are spaces to a reader. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
