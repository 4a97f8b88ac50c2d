package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ProductKind;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Role;
import fr.halle.testing.AtOnce;
import fr.halle.testing.Camille;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input, two at once, and what belongs to others: refused beside its field, and nothing is lost. */
class SomebodyTypesNonsenseIntoAQuoteTest {

    private final QuotingDesk desk = new QuotingDesk();
    private final long quote = desk.begin();

    @ParameterizedTest
    @ValueSource(longs = {-100, 0, 10_000_001, 100_001_00, Long.MAX_VALUE, Long.MIN_VALUE})
    void aPriceThatCannotBe(long cents) {
        refused("price", () -> free("Divers", cents, 2000, 1, null, null));
        nothingWasAdded();
    }

    @ParameterizedTest
    @ValueSource(ints = {-2000, 1, 1960, 2100, 20_000})
    void aRateThatDoesNotExist(int vat) {
        refused("vat", () -> free("Divers", 1000, vat, 1, null, null));
        nothingWasAdded();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1000, Long.MAX_VALUE})
    void aQuantityThatCannotBe(long quantity) {
        refused("quantity", () -> free("Divers", 1000, 2000, quantity, null, null));
        nothingWasAdded();
    }

    @Test
    void aLabelThatHidesSomething() {
        for (String label : List.of("", " \t ", "a\u202eb", "a\u0000b", "a\nBcc: b", "\u2066x", "\ud800")) {
            refused("label", () -> free(label, 1000, 2000, 1, null, null));
        }
        nothingWasAdded();
    }

    @Test
    void aLabelOfOneCharacterTooMany() {
        refused("label", () -> free("é".repeat(151), 1000, 2000, 1, null, null));
        free("é".repeat(150), 100_000_00, 2000, 999, null, null);
        assertThat(desk.view(quote).totals().totalCents()).isEqualTo(9_990_000_000L);
    }

    @Test
    void datesUpsideDown() {
        refused("endsOn", () -> free("Cours", 1000, 2000, 1, "2027-02-14", "2027-02-13"));
        refused("endsOn", () -> free("Cours", 1000, 2000, 1, null, "2027-02-13"));
        nothingWasAdded();
    }

    @Test
    void aValidityThatIsOverOrBeyondTheStay() {
        free("Cours", 20000, 2000, 1, null, null);
        refused("validUntil", () -> save(version(), 3000, "2027-01-14", "2026-11-21", 0));
        refused("validUntil", () -> save(version(), 3000, "2027-01-14", "2027-02-14", 0));
        refused("balanceDueOn", () -> save(version(), 3000, null, "2026-12-06", 0));
        refused("balanceDueOn", () -> save(version(), 3000, "2026-12-05", "2026-12-06", 0));
        refused("balanceDueOn", () -> save(version(), 3000, "2027-02-21", "2026-12-06", 0));
        refused("deposit", () -> save(version(), 99, "2027-01-14", "2026-12-06", 0));
        refused("deposit", () -> save(version(), 10_001, "2027-01-14", "2026-12-06", 0));
        save(version(), 3000, "2027-01-14", "2026-11-22", 0);
        desk.send(quote);
    }

    @Test
    void twoWhoAddAtOnceLoseNothing() {
        Actor marion = Actor.merchant(TestIds.id(), "Marion", desk.sales.shop.merchantId, Role.SECRETARY);
        assertThat(AtOnce.all(List.of(adds(desk.secretary), adds(marion)))).containsOnly(12);
        QuoteView view = desk.view(quote);
        assertThat(view.lines()).hasSize(24);
        assertThat(view.lines()).extracting(QuoteLine::position).doesNotHaveDuplicates();
        assertThat(view.totals().totalCents()).isEqualTo(2400);
        assertThat(desk.factsAgree()).isTrue();
    }

    @Test
    void ofTwoWhoSaveTheSecondIsShownBoth() {
        free("Cours", 20000, 2000, 1, null, null);
        int seen = version();
        save(seen, 3000, "2027-01-14", "2026-12-01", 1000);
        assertThatThrownBy(() -> save(seen, 5000, "2027-01-14", "2026-12-02", 2000))
                .isInstanceOf(QuoteChanged.class);
        QuoteHead now = desk.view(quote).head();
        assertThat(now.discountCents()).as("what the other wrote is there").isEqualTo(1000);
        assertThat(now.validUntil()).isEqualTo("2026-12-01");
        save(now.version(), 5000, "2027-01-14", "2026-12-02", 2000);
        assertThat(desk.view(quote).head().discountCents()).isEqualTo(2000);
    }

    @Test
    void aPrestationAddedMeanwhileIsSeenBeforeAnythingIsSent() {
        free("Cours", 20000, 2000, 1, null, null);
        int seen = version();
        free("Goûter", 900, 2000, 1, null, null);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> desk.sending.send(desk.secretary, quote, seen, Camille.form(), QuotingDesk.MAIL)))
                .isInstanceOf(QuoteChanged.class);
        assertThatThrownBy(() -> save(seen, 3000, "2027-01-14", "2026-12-01", 0))
                .isInstanceOf(QuoteChanged.class);
    }

    @Test
    void whatAnotherDeskHasOpensNothing() {
        QuotingDesk other = new QuotingDesk();
        long theirs = other.begin();
        long outing = other.outing(2500, 4);
        long line = other.add(theirs, QuotingDesk.joined(outing, 2));
        long product = desk.outing(2500, 4);
        List<ThrowingCallable> acts = List.of(
                () -> desk.quotes.view(desk.secretary, theirs),
                () -> TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, theirs, line)),
                () -> TestDatabase.inTransaction(() -> desk.lines.move(desk.secretary, theirs, line, true)),
                () -> leave(theirs, line),
                () -> desk.free(theirs, "Divers", 100),
                () -> desk.add(theirs, QuotingDesk.joined(product, 1)),
                () -> desk.send(theirs),
                () -> desk.sending.asShown(desk.secretary, theirs),
                () -> TestDatabase.inTransaction(
                        () -> desk.sales.beans.get(QuoteRepricing.class).reprice(desk.secretary, theirs)),
                () -> TestDatabase.inTransaction(
                        () -> desk.sales.beans.get(QuoteEnding.class).withdraw(desk.secretary, theirs, "")),
                () -> desk.sales.beans.get(QuoteOffers.class).codes(desk.secretary, theirs));
        acts.forEach(act -> assertThatThrownBy(act).isInstanceOf(QuoteUnknown.class));
        List.<ThrowingCallable>of(
                        () -> TestDatabase.inTransaction(() -> desk.lines.remove(desk.secretary, quote, line)),
                        () -> TestDatabase.inTransaction(() -> desk.lines.move(desk.secretary, quote, line, true)),
                        () -> leave(quote, line))
                .forEach(act -> assertThatThrownBy(act).isInstanceOf(QuoteLineUnknown.class));
        assertThat(other.view(theirs).lines()).hasSize(1);
        assertThat(other.taken(outing)).isEqualTo(2);
    }

    @Test
    void norAnothersProductShopOrCatalogue() {
        QuotingDesk other = new QuotingDesk();
        long foreign = other.outing(2500, 4);
        long neighbour = desk.sales.shop.merchant("Chez Paul");
        long shop = desk.sales.shop.shop(neighbour, "Chez Paul");
        long next = desk.sales.shop.product(shop, ProductKind.GOODS, "Fromage", 900, 550);
        desk.sales.shop.stock(next, 10);
        assertThatThrownBy(() -> desk.add(quote, QuotingDesk.joined(foreign, 1)))
                .isInstanceOf(ChoiceRefused.class);
        assertThatThrownBy(() -> desk.add(quote, new Choice(next, null, 1, null, null, null, null, null, null)))
                .as("of the same portal")
                .isInstanceOf(ChoiceRefused.class);
        assertThatThrownBy(() -> desk.add(quote, new Choice(-1, null, 1, null, null, null, null, null, null)))
                .isInstanceOf(ChoiceRefused.class);
        for (long stand : new long[] {shop, other.sales.shop.shopId, -1}) {
            FreeLine typed = new FreeLine(stand, ProductKind.GOODS, "Divers", 100, 2000, 1, null, null);
            refused("shop", () -> TestDatabase.inTransaction(() -> desk.lines.addFree(desk.secretary, quote, typed)));
        }
        desk.sales.sql.update(
                "insert into sales_catalogue (id, desk_id, code, position) values (?, ?, 'TO-LEUR', 1)",
                TestIds.id(),
                other.sales.desk.id());
        LocalDate day = LocalDate.parse("2027-02-13");
        CatalogueLines.Wanted wanted =
                new CatalogueLines.Wanted("TO-LEUR", "P-1", new QuoteOffers.Stay(day, day.plusDays(7)));
        CatalogueLines catalogues = desk.sales.beans.get(CatalogueLines.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> catalogues.add(desk.secretary, quote, wanted, QuotingDesk.joined(next, 1), Map.of())))
                .isInstanceOf(QuoteLineUnknown.class);
        assertThatThrownBy(() -> TestDatabase.inTransaction(
                        () -> catalogues.addNotOnLine(desk.secretary, quote, wanted, null, null, 1)))
                .isInstanceOf(QuoteLineUnknown.class);
        nothingWasAdded();
    }

    private Callable<Integer> adds(Actor who) {
        return () -> {
            List<Long> added = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                FreeLine typed = new FreeLine(null, ProductKind.GOODS, who.name() + i, 100, 2000, 1, null, null);
                added.add(TestDatabase.inTransaction(() -> desk.lines.addFree(who, quote, typed)));
            }
            return added.size();
        };
    }

    private void leave(long of, long line) {
        TestDatabase.inTransaction(() -> desk.lines.leave(desk.secretary, of, line, LinePick.OPTION, null, false));
    }

    private void nothingWasAdded() {
        assertThat(desk.view(quote).lines()).isEmpty();
        assertThat(desk.factsAgree()).isTrue();
    }

    private int version() {
        return desk.view(quote).head().version();
    }

    private void free(String label, long cents, int vat, long quantity, String from, String to) {
        FreeLine typed = new FreeLine(
                null,
                ProductKind.ACTIVITY,
                label,
                cents,
                vat,
                quantity,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to));
        TestDatabase.inTransaction(() -> desk.lines.addFree(desk.secretary, quote, typed));
    }

    private void save(int seen, int deposit, String due, String valid, long discount) {
        QuoteWish wish = new QuoteWish(
                QuoteAsk.DEPOSIT,
                deposit,
                due == null ? null : LocalDate.parse(due),
                LocalDate.parse(valid),
                discount,
                "Fidélité",
                "");
        TestDatabase.inTransaction(() -> desk.quotes.save(desk.secretary, quote, seen, wish));
    }

    private static void refused(String field, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        QuoteRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo(field));
    }
}
