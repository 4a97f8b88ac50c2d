package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.CustomerForm;
import fr.halle.checkout.service.FieldError;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.PickRefused;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.shared.service.Json;
import fr.halle.testing.Camille;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** S04–S07, S18–S22, C26, K22–K24: prestations are chosen, conditions written, the quote is sent, frozen, and replaced by a newer one. */
class ADeskWritesAQuoteTest {

    private final QuotingDesk desk = new QuotingDesk();

    @Test
    void anInsuranceFollowsWhatItCovers() {
        long outing = desk.outing(2500, 9);
        long quote = desk.begin();
        long two = desk.add(quote, QuotingDesk.joined(outing, 2));
        desk.add(quote, QuotingDesk.insured(desk.insurance()));
        assertThat(QuotingDesk.price(desk.view(quote), "Annulation")).isEqualTo(500);
        long others = desk.add(quote, QuotingDesk.joined(outing, 3));
        assertThat(QuotingDesk.price(desk.view(quote), "Annulation")).isEqualTo(1250);
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(13_750);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, two));
        assertThat(QuotingDesk.price(desk.view(quote), "Annulation")).isEqualTo(750);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, others));
        assertThat(desk.view(quote).lines()).as("nothing left to insure").isEmpty();
    }

    @Test
    void ofThatWhichIsTakenAsThingsStand() {
        long outing = desk.outing(2500, 9);
        long quote = desk.begin();
        long option = desk.add(quote, QuotingDesk.joined(outing, 1));
        long one = desk.add(quote, QuotingDesk.joined(outing, 2));
        long other = desk.add(quote, QuotingDesk.joined(outing, 3));
        desk.add(quote, QuotingDesk.insured(desk.insurance()));
        assertThat(insurance(quote)).isEqualTo(1500);
        leave(quote, option, LinePick.OPTION, null, false);
        leave(quote, one, LinePick.ALTERNATIVE, 1, true);
        leave(quote, other, LinePick.ALTERNATIVE, 1, false);
        assertThat(insurance(quote)).isEqualTo(500);
        leave(quote, other, LinePick.ALTERNATIVE, 1, true);
        assertThat(insurance(quote)).isEqualTo(750);
        leave(quote, option, LinePick.OPTION, null, true);
        assertThat(insurance(quote)).isEqualTo(1000);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, other));
        assertThat(insurance(quote)).as("the other alternative is taken now").isEqualTo(750);
    }

    /** S30: a special price is what the insurance is a share of. */
    @Test
    void atTheQuotesOwnPrices() {
        long outing = desk.outing(2500, 9);
        OutsideProduct cheaply =
                new OutsideProduct("BALADE", ProductKind.ACTIVITY, "Balade", 2000, 2000, outing, null, List.of());
        long quote = desk.begin();
        TestDatabase.inTransaction(() -> desk.lines.addFromCatalogue(
                desk.secretary, quote, "PRO", cheaply, QuotingDesk.joined(outing, 2), Map.of()));
        desk.add(quote, QuotingDesk.insured(desk.insurance()));
        assertThat(insurance(quote)).isEqualTo(400);
        free(quote, 2000, 2, null, null);
        assertThat(insurance(quote)).as("Divers of its kinds too").isEqualTo(2400);
    }

    @Test
    void ofWhichThereIsOneDraftAtATime() {
        long quote = desk.begin();
        assertThat(desk.begin()).isEqualTo(quote);
        assertThat(desk.view(quote).head().no()).isEqualTo(1);
        assertThat(desk.view(quote).head().arrivesOn()).isEqualTo("2027-02-13");
        assertThat(desk.view(quote).head().ask()).isEqualTo(QuoteAsk.DEPOSIT);
        assertThat(desk.view(quote).head().balanceDueOn()).isEqualTo("2027-01-14");
        assertThat(desk.view(quote).head().validUntil()).isEqualTo("2026-12-06");
    }

    @Test
    void whichMakesADossierOnceItHasPrestationsAndNoAction() {
        long quote = desk.begin();
        assertThat(fact("prestations")).isZero();
        long line = desk.free(quote, "Remise des clés tardive", 4000);
        assertThat(fact("prestations")).isEqualTo(1);
        assertThat(fact("quoted_cents")).isEqualTo(4000);
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.NEW);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, line));
        assertThat(fact("prestations")).isZero();
        assertThat(desk.factsAgree()).isTrue();
    }

    @Test
    void andItsPlacesAreHeldUntilItEnds() {
        long outing = desk.outing(2500, 4);
        long quote = desk.begin();
        long line = desk.add(quote, QuotingDesk.joined(outing, 3));
        assertThat(desk.taken(outing)).isEqualTo(3);
        assertThatThrownBy(() -> desk.add(quote, QuotingDesk.joined(outing, 2)))
                .isInstanceOfSatisfying(
                        PlacesGone.class, gone -> assertThat(gone.names()).containsExactly("Balade en raquettes"));
        assertThat(desk.taken(outing)).isEqualTo(3);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, line));
        assertThat(desk.taken(outing)).isZero();
        desk.add(quote, QuotingDesk.joined(outing, 4));
        desk.send(quote);
        assertThat(desk.taken(outing)).isEqualTo(4);
        end(quote);
        assertThat(desk.taken(outing)).isZero();
    }

    @Test
    void andOneThatReplacesItNeedsNoPlaceTwice() {
        long outing = desk.outing(2500, 3);
        long first = desk.begin();
        desk.add(first, QuotingDesk.joined(outing, 3));
        desk.send(first);
        long second = desk.begin();
        assertThat(desk.view(second).lines()).hasSize(1);
        assertThat(desk.view(second).head().replacesNo()).isEqualTo(1);
        assertThat(desk.taken(outing)).isEqualTo(3);
        desk.free(second, "Goûter", 900);
        assertThat(fact("quoted_cents")).as("what is out counts").isEqualTo(7500);
        desk.send(second);
        assertThat(desk.taken(outing)).isEqualTo(3);
        assertThat(desk.state(first)).isEqualTo(QuoteState.VOIDED);
        assertThat(desk.view(first).head().endReason()).isEqualTo(QuoteSending.REPLACED);
        assertThat(desk.sending.asShown(desk.secretary, first).lines())
                .as("stays readable")
                .hasSize(1);
        assertThat(fact("quoted_cents")).isEqualTo(8400);
        end(second);
        assertThat(desk.taken(outing)).isZero();
        assertThat(fact("prestations")).as("it stays a dossier").isEqualTo(2);
        assertThat(fact("quoted_cents")).isZero();
        assertThat(desk.factsAgree()).isTrue();
    }

    @Test
    void andIfTheOneThatIsOutEndsItsDraftKeepsThePlaces() {
        long outing = desk.outing(2500, 3);
        long first = desk.begin();
        desk.add(first, QuotingDesk.joined(outing, 2));
        desk.send(first);
        long second = desk.begin();
        end(first);
        assertThat(desk.taken(outing)).isEqualTo(2);
        end(second);
        assertThat(desk.taken(outing)).isZero();
    }

    /** S20, S22. */
    @Test
    void andWhatIsSentIsFrozenWithItsHash() {
        long quote = desk.begin();
        desk.free(quote, "Engagement moniteur", 42000);
        desk.send(quote);
        String json = desk.sales
                .sql
                .one("select frozen from quote where id = ?", row -> row.text("frozen"), quote)
                .orElseThrow();
        FrozenQuote frozen = Json.read(json, FrozenQuote.class);
        assertThat(QuoteFreezing.sha256(json))
                .isEqualTo(desk.view(quote).head().sha256())
                .isEqualTo(QuoteFreezing.sha256(Json.write(frozen)));
        assertThat(frozen.customer().phone()).isEqualTo("+33612345678");
        assertThat(frozen.totals().dueNowCents()).isEqualTo(12600);
        assertThat(frozen.totals().balanceCents()).isEqualTo(29400);
        assertThat(frozen.sellers()).extracting(FrozenQuote.Seller::legalName).containsExactly("Maison Morel");
        assertThat(desk.sales.stage(desk.request)).isEqualTo(RequestStage.IN_PROGRESS);
        assertThatThrownBy(() -> desk.free(quote, "Encore", 100)).isInstanceOf(QuoteSealed.class);
        assertThat(desk.factsAgree()).isTrue();
    }

    @Test
    void andOptionsAndAlternativesAreTheCustomers() {
        long quote = desk.begin();
        desk.free(quote, "Ferme", 10000);
        long option = desk.free(quote, "Option", 2000);
        long one = desk.free(quote, "Le matin", 5000);
        long other = desk.free(quote, "L’après-midi", 4000);
        leave(quote, option, LinePick.OPTION, null, false);
        leave(quote, one, LinePick.ALTERNATIVE, 1, true);
        leave(quote, other, LinePick.ALTERNATIVE, 1, false);
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(15000);
        desk.send(quote);
        FrozenQuote frozen = desk.sending.asShown(desk.secretary, quote);
        assertThat(frozen.usual()).hasSize(2);
        assertThat(frozen.totals(Set.of(option, other)).totalCents()).isEqualTo(16000);
        assertThatThrownBy(() -> frozen.totals(Set.of(one, other))).isInstanceOf(PickRefused.class);
        assertThatThrownBy(() -> frozen.totals(Set.of())).isInstanceOf(PickRefused.class);
        assertThatThrownBy(() -> frozen.totals(Set.of(one, 1L))).isInstanceOf(PickRefused.class);
    }

    @Test
    void andAnAlternativeLeftAloneIsFirm() {
        long quote = desk.begin();
        long one = desk.free(quote, "Le matin", 5000);
        long other = desk.free(quote, "L’après-midi", 4000);
        leave(quote, one, LinePick.ALTERNATIVE, 1, false);
        leave(quote, other, LinePick.ALTERNATIVE, 1, false);
        assertThat(desk.view(quote).totals().totalCents())
                .as("exactly one counts")
                .isEqualTo(5000);
        TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, one));
        assertThat(desk.view(quote).lines().get(0).pick()).isEqualTo(LinePick.FIRM);
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(4000);
    }

    /** S06. */
    @Test
    void whoseFreePrestationsHaveAPriceALabelAndARate() {
        long quote = desk.begin();
        refused("price", () -> desk.free(quote, "Rien", -100));
        refused("price", () -> desk.free(quote, "Rien", 0));
        refused("label", () -> desk.free(quote, "  ", 100));
        refused("label", () -> desk.free(quote, "a\u202eb", 100));
        refused("vat", () -> free(quote, 1234, 1, null, null));
        refused("quantity", () -> free(quote, 2000, 0, null, null));
        refused("endsOn", () -> free(quote, 2000, 1, "2027-02-14", "2027-02-13"));
        free(quote, 1000, 2, "2027-02-14", null);
        assertThat(desk.view(quote).lines().get(0).line().withdrawal()).isEqualTo("EXCLUDED_DATED");
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(20000);
        assertThat(desk.view(quote).totals().vatCents()).isEqualTo(1818);
    }

    /** S30: a price per kilogram, whoever sets it. */
    @Test
    void andWhatIsWeighedHasACataloguesPriceOfAKilogram() {
        long bass = desk.sales.shop.product(ProductKind.GOODS, "Bar de ligne", 2900, 550);
        desk.sales.shop.set(bass, "by_weight", true);
        OutsideProduct dearly =
                new OutsideProduct("BAR", ProductKind.GOODS, "Bar de ligne", 2000, 550, bass, null, List.of());
        Choice pound = new Choice(bass, null, 500, null, null, null, null, null, null);
        long quote = desk.begin();
        TestDatabase.inTransaction(
                () -> desk.lines.addFromCatalogue(desk.secretary, quote, "PRO", dearly, pound, Map.of()));
        QuoteLine line = desk.view(quote).lines().get(0);
        assertThat(line.line().unitCents()).isEqualTo(2000);
        assertThat(line.line().totalCents()).isEqualTo(1000);
        assertThat(line.publicCents()).isEqualTo(1450);
    }

    @Test
    void andNobodyWritesOverWhatHeHasNotSeen() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        int seen = desk.view(quote).head().version();
        save(quote, seen, 5000, "Fidélité");
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(15000);
        assertThatThrownBy(() -> save(quote, seen, 1000, "Autre")).isInstanceOf(QuoteChanged.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> desk.sending.send(desk.secretary, quote, seen, Camille.form(), QuotingDesk.MAIL)))
                .isInstanceOf(QuoteChanged.class);
        assertThat(desk.view(quote).totals().discountCents()).isEqualTo(5000);
    }

    @Test
    void andADiscountHasAReasonAndIsNeverMoreThanTheTotal() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        refused("discount", () -> save(quote, version(quote), -1, "Non"));
        refused("discount", () -> save(quote, version(quote), 20001, "Trop"));
        refused("discountReason", () -> save(quote, version(quote), 100, " "));
        save(quote, version(quote), 20000, "Offert");
        assertThat(desk.view(quote).totals().totalCents()).isZero();
    }

    @Test
    void andItIsSentToSomebodyWithSomethingInIt() {
        long quote = desk.begin();
        assertThatThrownBy(() -> desk.send(quote)).isInstanceOf(QuoteEmpty.class);
        desk.free(quote, "Cours", 20000);
        CustomerForm nobody = new CustomerForm("", "", "x", "", "", "", "", "FR", false);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> desk.sending.send(desk.secretary, quote, version(quote), nobody, QuotingDesk.MAIL)))
                .isInstanceOfSatisfying(
                        CheckoutRefused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::field)
                                .containsExactlyInAnyOrder("lastName", "email", "street", "postcode", "city"));
        desk.sales.clock.set("2026-12-20T10:00");
        refused("validUntil", () -> desk.send(quote));
    }

    /** « Nom, groupe ou société » is all that a request asks for; the order's first name and telephone are asked of whoever accepts. */
    @Test
    void norNeedsACompanyAFirstName() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        CustomerForm company = new CustomerForm(
                "", "Comité d’entreprise Ugine", "ce@exemple.fr", "", "1 rue du Lac", "74000", "Annecy", "FR", false);
        TestDatabase.inTransaction(() -> desk.sending.keepCustomer(desk.secretary, quote, version(quote), company));
        QuoteContents contents = desk.sales.beans.get(QuoteContents.class);
        QuoteMail mail = contents.proposed(desk.secretary, quote, MailContentKind.QUOTE);
        assertThat(mail.body()).startsWith("Bonjour Comité d’entreprise Ugine,").doesNotContain("  ");
        TestDatabase.inTransaction(() -> desk.sending.send(desk.secretary, quote, version(quote), company, mail));
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
        assertThat(desk.sending.asShown(desk.secretary, quote).customer().lastName())
                .isEqualTo("Comité d’entreprise Ugine");
    }

    /** P10, P21: the content that is proposed is a sentence, with the stay's dates and without. */
    @Test
    void andItsMailSpeaksOfTheStayInASentence() {
        long quote = desk.begin();
        assertThat(mailOf(quote)).contains("pour votre séjour du 13 au 20 février 2027.");
        desk.sales.sql.update(
                "update quote set arrives_on = '2027-02-27', leaves_on = '2027-03-01' where id = ?", quote);
        assertThat(mailOf(quote)).contains("pour votre séjour du 27 février au 1er mars 2027.");
        desk.sales.sql.update("update quote set arrives_on = null, leaves_on = null where id = ?", quote);
        assertThat(mailOf(quote)).contains("pour votre séjour.");
    }

    private String mailOf(long quote) {
        return desk.sales
                .beans
                .get(QuoteContents.class)
                .proposed(desk.secretary, quote, MailContentKind.QUOTE)
                .body();
    }

    /** A quote is an offer for a stay to come; during the stay it may be for the rest of it. */
    @Test
    void orIsValidLongerThanUntilTheStayBegins() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        desk.sales.sql.update("update quote set valid_until = '2027-02-14' where id = ?", quote);
        refused("validUntil", () -> desk.send(quote));
        desk.sales.clock.set("2027-02-13T23:30");
        refused("validUntil", () -> desk.send(quote));
        desk.sales.clock.set("2027-02-14T08:00");
        desk.send(quote);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
        long next = desk.begin();
        assertThat(desk.view(next).head().validUntil()).isEqualTo("2027-02-20");
    }

    @Test
    void whichIsNobodyElsesToSee() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        Actor stranger = Actor.merchant(TestIds.id(), "Paul", desk.sales.shop.merchant("Chez Paul"), Role.OWNER);
        assertThatThrownBy(() -> desk.quotes.view(stranger, quote)).isInstanceOf(QuoteUnknown.class);
        assertThatThrownBy(() -> desk.quotes.ofRequest(stranger, desk.request)).isInstanceOf(RequestUnknown.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(() -> desk.quotes.begin(stranger, desk.request)))
                .isInstanceOf(RequestUnknown.class);
        Actor reader = Actor.merchant(TestIds.id(), "Léo", desk.sales.shop.merchantId, Role.READER);
        assertThatThrownBy(() -> desk.quotes.view(reader, quote)).isInstanceOf(NotAllowed.class);
    }

    private long insurance(long quote) {
        return QuotingDesk.price(desk.view(quote), "Annulation");
    }

    private void leave(long quote, long line, LinePick pick, Integer alternative, boolean taken) {
        TestDatabase.inTransaction(() -> desk.lines.leave(desk.secretary, quote, line, pick, alternative, taken));
    }

    private void free(long quote, int vatBp, long quantity, String from, String to) {
        FreeLine typed = new FreeLine(
                null,
                ProductKind.ACTIVITY,
                "Sortie",
                10000,
                vatBp,
                quantity,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
        TestDatabase.inTransaction(() -> desk.lines.addFree(desk.secretary, quote, typed));
    }

    private int version(long quote) {
        return desk.view(quote).head().version();
    }

    private void save(long quote, int version, long discount, String reason) {
        QuoteHead head = desk.view(quote).head();
        TestDatabase.inTransaction(() -> desk.quotes.save(
                desk.secretary,
                quote,
                version,
                new QuoteWish(
                        QuoteAsk.DEPOSIT, 3000, head.balanceDueOn(), head.validUntil(), discount, reason, "Bonjour")));
    }

    private void end(long quote) {
        TestDatabase.inTransaction(() -> desk.lifecycle.apply(quote, QuoteTransition.VOID, desk.secretary, "Erreur"));
    }

    private long fact(String column) {
        return desk.sales.sql.number("select " + column + " from sales_request where id = ?", desk.request);
    }

    private static void refused(String field, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        QuoteRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
