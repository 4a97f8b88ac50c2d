package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.model.QuoteTransition;
import fr.halle.testing.TestClock;
import fr.halle.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** S19, K24: other dates ask first, then lose the quote in progress; what was chosen is priced again where the portal wants it so. */
class AStayMovesToOtherDatesTest {

    private final QuotingDesk desk = new QuotingDesk();
    private final PayingCustomer customer = new PayingCustomer(desk);
    private final RequestDossier dossier = desk.sales.beans.get(RequestDossier.class);
    private final RequestReading reading = desk.sales.beans.get(RequestReading.class);

    AStayMovesToOtherDatesTest() {
        desk.sales.beans.observing(QuoteDates.class);
    }

    @Test
    void asksFirstAndChangesNothingBeforeTheAnswer() {
        long outing = desk.outing(2500, 4);
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, 3));
        desk.send(quote);
        RequestDetail before = reading.byId(desk.secretary, desk.request);
        assertThatThrownBy(() -> save("2027-03-01", "2027-03-08", false)).isInstanceOf(QuoteWouldBeLost.class);
        RequestDetail after = reading.byId(desk.secretary, desk.request);
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.events()).hasSameSizeAs(before.events());
        assertThat(arrival()).isEqualTo("2027-02-13");
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
        assertThat(desk.taken(outing)).isEqualTo(3);
        assertThat(customer.offered(quote).isPayable()).isTrue();
    }

    @Test
    void thenTheQuoteAndItsLinkAreOverButReadable() {
        long outing = desk.outing(2500, 4);
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, 3));
        desk.send(quote);
        save("2027-03-01", "2027-03-08", true);
        assertThat(arrival()).isEqualTo("2027-03-01");
        assertThat(desk.taken(outing)).as("places given back").isZero();
        assertThat(customer.offered(quote).quote().lines()).hasSize(1);
        assertThat(customer.offered(quote).quote().arrivesOn())
                .as("as it was sent")
                .isEqualTo("2027-02-13");
        assertThat(customer.offered(quote).isPayable()).isFalse();
        assertThatThrownBy(() -> customer.accept(quote, Set.of())).isInstanceOf(QuoteClosed.class);
        assertThat(desk.sales.provider.all()).as("nothing is charged").isEmpty();
        assertThat(desk.quotes.ofRequest(desk.secretary, desk.request)).hasSize(1);
    }

    @Test
    void aDraftWithPrestationsIsLostToo() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        assertThatThrownBy(() -> save("2027-03-01", "2027-03-08", false)).isInstanceOf(QuoteWouldBeLost.class);
        save("2027-03-01", "2027-03-08", true);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.VOIDED);
        assertThat(desk.sending.asShown(desk.secretary, quote).lines()).hasSize(1);
    }

    @Test
    void whatIsPaidStaysAsItIs() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        desk.send(quote);
        customer.acceptAndPay(quote);
        save("2027-03-01", "2027-03-08", false);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.ACCEPTED);
        assertThat(customer.offered(quote).order()).isNotNull();
    }

    @Test
    void norAreDatesUpsideDownOrAlone() {
        for (String[] dates :
                new String[][] {{"2027-03-08", "2027-03-01"}, {"2027-03-08", null}, {null, "2027-03-08"}}) {
            assertThatThrownBy(() -> save(dates[0], dates[1], true)).isInstanceOf(DossierRefused.class);
        }
        assertThat(arrival()).isEqualTo("2027-02-13");
    }

    @Test
    void isPricedAgainAtOnceWhereThePortalWantsIt() {
        reprices();
        long outing = desk.outing(2500, 4);
        long later = session("Balade en raquettes", "2027-03-03T10:00", 4);
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(outing, 3));
        desk.add(quote, QuotingDesk.joined(also(later, "2027-02-17T10:00", 4), 2));
        desk.free(quote, "Goûter", 900);
        desk.send(quote);
        save("2027-02-27", "2027-03-06", true);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.VOIDED);
        QuoteView draft = desk.view(desk.begin());
        assertThat(draft.head().no()).isEqualTo(2);
        assertThat(draft.head().arrivesOn()).isEqualTo("2027-02-27");
        assertThat(draft.lines())
                .extracting(line -> line.line().name())
                .containsExactly("Balade en raquettes", "Goûter");
        assertThat(draft.lines().get(0).line().startsAt()).isEqualTo(TestClock.instantOf("2027-03-03T10:00"));
        assertThat(desk.taken(later)).as("held at the new date only").isEqualTo(2);
        assertThat(reading.byId(desk.secretary, desk.request).events())
                .as("what could not be had is named")
                .anySatisfy(event -> {
                    assertThat(event.act()).isEqualTo(RequestAct.PRESTATION_LOST);
                    assertThat(event.detail()).isEqualTo("Balade en raquettes");
                });
        assertThat(desk.factsAgree()).isTrue();
    }

    /** The clocks go forward on Sunday, 28 March 2027: ten o'clock is 9:00 UTC before and 8:00 UTC after. */
    @Test
    void anHourIsTheSameHourInParisWhateverTheClocksDo() {
        dates("2027-03-20", "2027-03-27");
        long lesson = desk.sales.shop.product(ProductKind.PRIVATE_LESSON, "Leçon", 5600, 2000);
        long hour = desk.sales.shop.variant(lesson, "1 heure", 5600);
        desk.sales.shop.setVariant(hour, "minutes", 60);
        for (String day : List.of("2027-03-24", "2027-03-31")) {
            Instant at = TestClock.instantOf(day + "T10:00");
            desk.sales.shop.capacity(lesson, null, LocalDate.parse(day), at, at.plusSeconds(3600), null, 1);
        }
        long quote = desk.begin();
        desk.add(
                quote,
                new Choice(lesson, hour, 1, null, null, Instant.parse("2027-03-24T09:00:00Z"), null, null, null));
        save("2027-03-27", "2027-04-03", true);
        QuoteView again = repriced(quote);
        assertThat(again.lines().get(0).line().startsAt()).isEqualTo("2027-03-31T08:00:00Z");
        assertThat(again.lines().get(0).line().endsAt()).isEqualTo("2027-03-31T09:00:00Z");
        assertThat(desk.taken(lesson)).isEqualTo(1);
    }

    /** S29, S30: 700 € were for seven nights. */
    @Test
    void aCataloguesPriceIsForAStayOfThatLength() {
        long chalet = chalet();
        long quote = stayOfACatalogue(chalet);
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(70_000 + 6_000);
        dates("2027-02-20", "2027-02-27");
        QuoteRepricing.Repriced later = reprice(quote);
        assertThat(later.lost()).as("seven nights again").isEmpty();
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(70_000 + 6_000);
        dates("2027-02-20", "2027-02-23");
        QuoteRepricing.Repriced shorter = reprice(quote);
        assertThat(shorter.lost()).containsExactly("Chalet L’Edelweiss", "Casques");
        assertThat(desk.view(quote).lines()).isEmpty();
        assertThat(desk.taken(chalet)).isZero();
    }

    @Test
    void anInsuranceIsAShareOfWhatIsInsuredNow() {
        long pass = session("Forfait", "2027-02-17T10:00", 9);
        also(pass, "2027-02-24T10:00", 9);
        long insurance = desk.insurance();
        long quote = desk.begin();
        desk.add(quote, QuotingDesk.joined(pass, 2));
        long insured = desk.add(quote, QuotingDesk.insured(insurance));
        assertThat(QuotingDesk.price(desk.view(quote), "Annulation")).isEqualTo(500);
        TestDatabase.inTransaction(() -> desk.lines.move(desk.secretary, quote, insured, true));
        desk.sales.shop.set(pass, "from_cents", 4000);
        save("2027-02-20", "2027-02-27", true);
        QuoteView again = repriced(quote);
        assertThat(QuotingDesk.price(again, "Forfait")).isEqualTo(8000);
        assertThat(QuotingDesk.price(again, "Annulation"))
                .as("10 % of the new price")
                .isEqualTo(800);
        assertThat(again.lines()).extracting(line -> line.line().name()).containsExactly("Annulation", "Forfait");
    }

    @Test
    void andOfTheAlternativeThatIsLeft() {
        long gone = desk.outing(2500, 4);
        long pass = session("Forfait", "2027-02-17T10:00", 9);
        also(pass, "2027-02-24T10:00", 9);
        long quote = desk.begin();
        long first = desk.add(quote, QuotingDesk.joined(gone, 2));
        long second = desk.add(quote, QuotingDesk.joined(pass, 3));
        desk.add(quote, QuotingDesk.insured(desk.insurance()));
        TestDatabase.inTransaction(
                () -> desk.lines.leave(desk.secretary, quote, second, LinePick.ALTERNATIVE, 1, false));
        TestDatabase.inTransaction(() -> desk.lines.leave(desk.secretary, quote, first, LinePick.ALTERNATIVE, 1, true));
        assertThat(QuotingDesk.price(desk.view(quote), "Annulation")).isEqualTo(500);
        save("2027-02-20", "2027-02-27", true);
        QuoteView again = repriced(quote);
        assertThat(again.lines()).extracting(line -> line.line().name()).containsExactly("Forfait", "Annulation");
        assertThat(QuotingDesk.price(again, "Annulation")).isEqualTo(750);
    }

    @Test
    void ofAlternativesOneIsLeftAndThatCounts() {
        long outing = desk.outing(2500, 4);
        long quote = desk.begin();
        long morning = desk.add(quote, QuotingDesk.joined(outing, 2));
        long evening = desk.free(quote, "Veillée", 3000);
        TestDatabase.inTransaction(
                () -> desk.lines.leave(desk.secretary, quote, morning, LinePick.ALTERNATIVE, 1, true));
        TestDatabase.inTransaction(
                () -> desk.lines.leave(desk.secretary, quote, evening, LinePick.ALTERNATIVE, 1, false));
        save("2027-03-13", "2027-03-20", true);
        QuoteView again = repriced(quote);
        assertThat(again.lines()).singleElement().satisfies(line -> {
            assertThat(line.pick()).isEqualTo(LinePick.FIRM);
            assertThat(line.taken()).isTrue();
        });
        assertThat(again.totals().totalCents()).isEqualTo(3000);
    }

    @Test
    void theWholeThatWasAskedForIsAskedForAgain() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        QuoteHead head = desk.view(quote).head();
        TestDatabase.inTransaction(() -> desk.quotes.save(
                desk.secretary,
                quote,
                head.version(),
                new QuoteWish(QuoteAsk.WHOLE, 3000, null, head.validUntil(), 500, "Fidélité", "Bonjour")));
        TestDatabase.inTransaction(() -> desk.lifecycle.apply(quote, QuoteTransition.VOID, desk.secretary, "Erreur"));
        QuoteView again = repriced(quote);
        assertThat(again.totals().dueNowCents()).isEqualTo(19500);
        assertThat(again.head().message()).isEqualTo("Bonjour");
    }

    @Test
    void aDraftThatIsPricedInItsPlaceHasTheDeadlinesOfToday() {
        long quote = desk.begin();
        desk.free(quote, "Cours", 20000);
        assertThat(desk.view(quote).head().validUntil()).isEqualTo("2026-12-06");
        dates("2027-03-20", "2027-03-27");
        desk.sales.clock.set("2026-12-15T10:00");
        QuoteHead later = repriced(quote).head();
        assertThat(later.id()).isEqualTo(quote);
        assertThat(later.arrivesOn()).isEqualTo("2027-03-20");
        assertThat(later.validUntil()).isEqualTo("2026-12-29");
        assertThat(later.balanceDueOn()).isEqualTo("2027-02-18");
        dates("2026-12-20", "2026-12-27");
        QuoteHead near = repriced(quote).head();
        assertThat(near.validUntil()).isEqualTo("2026-12-20");
        assertThat(near.ask()).as("no time is left for a balance").isEqualTo(QuoteAsk.WHOLE);
        assertThat(near.balanceDueOn()).isNull();
        desk.send(quote);
        assertThat(desk.state(quote)).isEqualTo(QuoteState.SENT);
    }

    private QuoteView repriced(long quote) {
        return desk.view(reprice(quote).quoteId());
    }

    private QuoteRepricing.Repriced reprice(long quote) {
        QuoteRepricing repricing = desk.sales.beans.get(QuoteRepricing.class);
        return TestDatabase.inTransaction(() -> repricing.reprice(desk.secretary, quote));
    }

    private long chalet() {
        long chalet = desk.sales.shop.product(ProductKind.LODGING, "Chalet L’Edelweiss", 14000, 1000);
        desk.sales.shop.terms(
                chalet,
                "{\"maxPersons\": 6, \"depositBp\": 3000, \"balanceDaysBefore\": 30, \"bedrooms\": 3, \"other\": 1}");
        desk.sales.shop.season(chalet, "2027-02-06", "2027-03-06", 18500, 2);
        LocalDate.parse("2027-02-06")
                .datesUntil(LocalDate.parse("2027-03-06"))
                .forEach(day -> desk.sales.shop.capacity(chalet, null, day, null, null, null, 1));
        return chalet;
    }

    /** A week in the chalet, and helmets that are let nowhere else. */
    private long stayOfACatalogue(long chalet) {
        long quote = desk.begin();
        OutsideProduct week =
                new OutsideProduct("SEMAINE", ProductKind.LODGING, "Chalet", 70_000, 1000, chalet, null, List.of());
        Choice stay = new Choice(
                chalet, null, 1, LocalDate.parse("2027-02-13"), LocalDate.parse("2027-02-20"), null, null, 2, 0);
        OutsideProduct helmets =
                new OutsideProduct("CASQUES", ProductKind.RENTAL, "Casques", 6_000, 2000, null, null, List.of());
        TestDatabase.inTransaction(
                () -> desk.lines.addFromCatalogue(desk.secretary, quote, "PRO", week, stay, Map.of()));
        TestDatabase.inTransaction(() -> desk.lines.addNotOnLine(desk.secretary, quote, "PRO", helmets, null, null, 1));
        return quote;
    }

    private long session(String name, String inParis, long places) {
        return also(desk.sales.shop.product(ProductKind.ACTIVITY, name, 2500, 2000), inParis, places);
    }

    private long also(long product, String inParis, long places) {
        Instant at = TestClock.instantOf(inParis);
        desk.sales.shop.capacity(product, null, null, at, at.plusSeconds(7200), null, places);
        return product;
    }

    private void reprices() {
        desk.sales.sql.update(
                "insert into portal_setting (portal_id, key, value) values (?, 'quote.on_dates_change', 'REPRICE')",
                desk.sales.shop.portalId);
    }

    private void dates(String from, String to) {
        desk.sales.sql.update(
                "update sales_request set arrives_on = ?, leaves_on = ? where id = ?",
                LocalDate.parse(from),
                LocalDate.parse(to),
                desk.request);
    }

    private void save(String from, String to, boolean confirmed) {
        RequestDetail seen = reading.byId(desk.secretary, desk.request);
        DossierWish wish = new DossierWish(
                seen.version(),
                null,
                null,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                confirmed);
        TestDatabase.inTransaction(() -> dossier.save(desk.secretary, desk.request, wish));
    }

    private String arrival() {
        return desk.sales
                .sql
                .one("select arrives_on::text as d from sales_request where id = ?", row -> row.text("d"), desk.request)
                .orElseThrow();
    }
}
