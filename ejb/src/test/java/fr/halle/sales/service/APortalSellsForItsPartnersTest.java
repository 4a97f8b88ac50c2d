package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ProductKind;
import fr.halle.ledger.service.Ledger;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.RequestSource;
import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.testing.Camille;
import fr.halle.testing.Seeds;
import fr.halle.testing.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Issue 4 section 5, C29: the portal's own desk sells for several partners in one quote: one order, a part each, to the cent. */
class APortalSellsForItsPartnersTest {

    private static final int CASES = 5;

    @Test
    void oneOrderWithAPartForEachToTheCent() {
        Seeds.forAll(CASES, random -> new Portal(random).sellsToTheCent());
    }

    @Test
    void andAPartnersOwnDeskSeesNothingOfIt() {
        Portal portal = new Portal(new Random(1));
        long quote = portal.quote();
        assertThatThrownBy(() -> portal.desk.view(quote)).isInstanceOf(QuoteUnknown.class);
        Dossiers dossiers = portal.desk.sales.beans.get(Dossiers.class);
        assertThat(dossiers.table(portal.desk.secretary, null, DossierFilter.ALL, null)
                        .rows())
                .isEmpty();
        assertThat(dossiers.table(portal.operator, null, DossierFilter.ALL, null)
                        .rows())
                .hasSize(1);
    }

    @Test
    void andSaysWhoSellsWhatIsInNoCatalogue() {
        Portal portal = new Portal(new Random(2));
        long quote = portal.quote();
        QuoteOffers offers = portal.desk.sales.beans.get(QuoteOffers.class);
        assertThat(offers.stands(portal.operator, quote))
                .extracting(QuoteOffers.Stand::shopId)
                .containsExactlyInAnyOrderElementsOf(portal.shops);
        FreeLine nobodys = new FreeLine(null, ProductKind.GOODS, "Divers", 100, 2000, 1, null, null);
        assertThatThrownBy(() ->
                        TestDatabase.inTransaction(() -> portal.desk.lines.addFree(portal.operator, quote, nobodys)))
                .isInstanceOfSatisfying(
                        QuoteRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("shop"));
    }

    /** S30, S32: what only an outside catalogue sells is somebody's too, and the desk says whose. */
    @Test
    void andWhoseSaleItIsThatACatalogueHasAlone() {
        Portal portal = new Portal(new Random(3));
        long quote = portal.quote();
        OutsideProduct lesson = new OutsideProduct(
                "PRIV-2H", ProductKind.PRIVATE_LESSON, "Cours privé", 13_600, 2000, null, null, List.of());
        assertThatThrownBy(() -> portal.sells(quote, lesson, null))
                .isInstanceOfSatisfying(
                        QuoteRefused.class,
                        refused -> assertThat(refused.field()).isEqualTo("shop"));
        long school = portal.shops.get(2);
        portal.sells(quote, lesson, school);
        List<QuoteLine> lines = portal.desk.quotes.view(portal.operator, quote).lines();
        QuoteLine sold = lines.get(lines.size() - 1);
        assertThat(sold.shopId()).isEqualTo(school);
        assertThat(sold.line().seller()).isEqualTo("École de glisse");
        assertThat(sold.line().totalCents()).isEqualTo(27_200);
        long elsewhere = new OpenDesk().shop.shopId;
        assertThatThrownBy(() -> portal.sells(quote, lesson, elsewhere))
                .as("another portal's")
                .isInstanceOf(QuoteRefused.class);
    }

    /** A resort with three partners, its operator, and somebody who wants something of each. */
    private static final class Portal {

        private final Random random;
        private final QuotingDesk desk = new QuotingDesk();
        private final PayingCustomer customer = new PayingCustomer(desk);
        private final Actor operator = Actor.operator(desk.sales.shop.operator(desk.sales.shop.portalId), "Ana");
        private final List<Long> shops = new ArrayList<>(List.of(desk.sales.shop.shopId));
        private final long request;

        Portal(Random random) {
            this.random = random;
            for (String name : List.of("Chez Paul", "École de glisse")) {
                long merchant = desk.sales.shop.merchant(name);
                shops.add(desk.sales.shop.shop(merchant, name));
                customer.sells(merchant);
            }
            long own = desk.sales.desks.at(desk.sales.shop.portalId, null).id();
            NewRequest asked = Camille.asks(own, RequestSource.PHONE, "Tout compris ?");
            request = TestDatabase.inTransaction(() -> desk.sales.opening.open(asked, operator));
        }

        long quote() {
            long quote = TestDatabase.inTransaction(() -> desk.quotes.begin(operator, request));
            for (long shop : shops) {
                FreeLine typed = new FreeLine(
                        shop,
                        ProductKind.ACTIVITY,
                        "Divers " + shop,
                        1 + random.nextInt(50_000),
                        2000,
                        1 + random.nextInt(3),
                        null,
                        null);
                TestDatabase.inTransaction(() -> desk.lines.addFree(operator, quote, typed));
                long product =
                        desk.sales.shop.product(shop, ProductKind.GOODS, "Panier", 1 + random.nextInt(9_000), 550);
                desk.sales.shop.stock(product, 10);
                TestDatabase.inTransaction(() -> desk.lines.addFromCatalog(
                        operator,
                        quote,
                        new Choice(product, null, 1 + random.nextInt(4), null, null, null, null, null, null),
                        Map.of()));
            }
            return quote;
        }

        /** Two of it. */
        void sells(long quote, OutsideProduct product, Long shop) {
            TestDatabase.inTransaction(
                    () -> desk.lines.addNotOnLine(operator, quote, "ESF-PRIVE", product, null, shop, 2));
        }

        void sellsToTheCent() {
            long quote = quote();
            QuoteView view = desk.quotes.view(operator, quote);
            long most = view.totals().totalCents() / 2;
            QuoteWish wish = new QuoteWish(
                    QuoteAsk.DEPOSIT,
                    100 + random.nextInt(9_800),
                    view.head().balanceDueOn(),
                    view.head().validUntil(),
                    random.nextInt((int) most + 1),
                    "Tout compris",
                    "");
            TestDatabase.inTransaction(
                    () -> desk.quotes.save(operator, quote, view.head().version(), wish));
            int version = desk.quotes.view(operator, quote).head().version();
            TestDatabase.inTransaction(
                    () -> desk.sending.send(operator, quote, version, Camille.form(), QuotingDesk.MAIL));
            FrozenQuote frozen = desk.sending.asShown(operator, quote);
            assertThat(frozen.sellers()).hasSize(shops.size());
            customer.accept(quote, Set.of());
            customer.pay(State.PAID);
            addsUp(quote, frozen);
            if (frozen.totals().balanceCents() > 0) {
                customer.payBalance(quote);
            }
            assertThat(desk.sales.stage(request)).isEqualTo(RequestStage.SETTLED);
            assertThat(
                            number(
                                    "select sum(s.gross_cents) from payment_share s join merchant_order m on m.id = s.merchant_order_id"))
                    .isEqualTo(frozen.totals().totalCents());
            proved(quote);
        }

        private void addsUp(long quote, FrozenQuote frozen) {
            assertThat(number("select count(*) from merchant_order m")).isEqualTo(shops.size());
            assertThat(new HashSet<>(desk.sales.sql.list(
                            "select shop_id from merchant_order where portal_id = ?",
                            row -> row.number("shop_id"),
                            desk.sales.shop.portalId)))
                    .isEqualTo(new HashSet<>(shops));
            assertThat(
                            number(
                                    "select count(*) from merchant_order m where m.total_cents <> (select sum(l.total_cents) from order_line l where l.merchant_order_id = m.id)"))
                    .isZero();
            assertThat(number("select sum(m.total_cents) from merchant_order m"))
                    .isEqualTo(frozen.totals().totalCents());
            assertThat(
                            number(
                                    "select sum(l.due_now_cents) from order_line l join merchant_order m on m.id = l.merchant_order_id"))
                    .isEqualTo(frozen.totals().dueNowCents());
            assertThat(
                            number(
                                    "select sum(s.gross_cents) from payment_share s join merchant_order m on m.id = s.merchant_order_id"))
                    .isEqualTo(frozen.totals().dueNowCents());
            assertThat(
                            number(
                                    "select coalesce(sum(b.amount_cents), 0) from balance_due b join merchant_order m on m.id = b.merchant_order_id"))
                    .isEqualTo(frozen.totals().balanceCents());
            proved(quote);
        }

        private void proved(long quote) {
            OfferedQuote.Order order = customer.offered(quote).order();
            assertThat(order).isNotNull();
            assertThat(desk.sales.beans.get(Ledger.class).proof(order.number()).balances())
                    .isTrue();
        }

        private long number(String of) {
            return desk.sales.sql.number(
                    of + (of.contains(" where ") ? " and" : " where") + " m.portal_id = ?", desk.sales.shop.portalId);
        }
    }
}
