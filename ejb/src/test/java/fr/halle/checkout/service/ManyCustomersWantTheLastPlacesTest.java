package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.payment.service.ProviderPayment.State;
import fr.halle.testing.AtOnce;
import fr.halle.testing.TestProvider.Known;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Start, pay, refuse, leave, repeat, overtake, expire, too late, twice, in any order, from eight threads, with a provider that
 * falls silent: whatever happens, nothing is sold twice and no cent is lost. What fails prints its seed; {@code -Dhalle.seed=}
 * takes it again (threads interleave as they like, so it may take a few runs).
 */
class ManyCustomersWantTheLastPlacesTest {

    private static final long SEED = Long.getLong("halle.seed", System.nanoTime() % 1_000_000_000);
    private static final int THREADS = 8;
    private static final int STEPS = 150;
    private static final int WORLDS = Integer.getInteger("halle.worlds", 6);

    @Test
    void nothingIsSoldTwiceAndNoCentIsLost() throws Exception {
        for (int world = 0; world < WORLDS; world++) {
            Market market = new Market();
            try {
                open(market, SEED + 1000L * world);
                market.settle();
                checkShelves(market);
                checkMoney(market);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("World " + world + ", seed " + SEED + ": " + e, e);
            }
        }
    }

    private static void open(Market market, long seed) throws Exception {
        AtOnce.all(LongStream.range(0, THREADS)
                .<Callable<String>>mapToObj(customer -> () -> {
                    Random random = new Random(seed + customer);
                    for (int step = 0; step < STEPS; step++) {
                        market.anything(random);
                    }
                    return "";
                })
                .toList());
    }

    private static void checkShelves(Market market) {
        Till till = market.till;
        long portal = till.shop.portalId;
        for (long stock : market.stocks) {
            long claimed = till.number(
                    "select coalesce(sum(quantity), 0) from capacity_claim where capacity_id = ? and not returned",
                    stock);
            assertThat(till.number("select taken from capacity where id = ?", stock))
                    .as("taken")
                    .isEqualTo(claimed);
            assertThat(till.number("select total - taken from capacity where id = ?", stock))
                    .isNotNegative();
        }
        assertThat(till.number(
                        "select coalesce(max(n), 0) from (select count(*) n from slot_claim c join shop s on s.id = c.shop_id"
                                + " where s.portal_id = ? and not returned group by c.shop_id, c.slot_start) t",
                        portal))
                .as("pickups in one half-hour")
                .isLessThanOrEqualTo(2);
        none(market, "a checkout hangs", "from checkout where portal_id = ? and state = 'PENDING'");
        none(
                market,
                "held for nobody",
                "from checkout k join capacity_claim c on c.checkout_id = k.id"
                        + " where k.portal_id = ? and (k.state <> 'PLACED') <> c.returned");
        none(
                market,
                "a slot held for nobody",
                "from checkout k join slot_claim c on c.checkout_id = k.id"
                        + " where k.portal_id = ? and (k.state <> 'PLACED') <> c.returned");
        none(
                market,
                "ordered twice",
                "from (select k.cart_id from customer_order o join checkout k on k.id = o.checkout_id"
                        + " where o.portal_id = ? group by k.cart_id having count(*) > 1) t");
        none(
                market,
                "placed without an order",
                "from checkout k left join customer_order o on o.checkout_id = k.id"
                        + " where k.portal_id = ? and (k.state = 'PLACED') <> (o.id is not null)");
    }

    private static void checkMoney(Market market) {
        Till till = market.till;
        for (Known page : till.provider.all()) {
            long kept = till.number(
                    "select count(*) from payment where provider_id = ? and order_id is not null"
                            + " and state = 'AUTHORISED'",
                    page.id);
            if (page.state() == State.PAID) {
                boolean returned = page.refundedCents() == page.asked.amountCents();
                assertThat(kept == 1 && page.refundedCents() == 0 || kept == 0 && returned)
                        .as(
                                "%s is an order or went back whole: %d orders, %d back",
                                page.id, kept, page.refundedCents())
                        .isTrue();
            } else {
                assertThat(kept).as("an order that nobody paid").isZero();
            }
        }
        none(
                market,
                "a payment hangs",
                "from payment where portal_id = ? and state in ('INITIATED', 'REDIRECTED', 'UNKNOWN')");
        none(
                market,
                "shares are not the payment",
                "from payment p where portal_id = ? and order_id is not null and"
                        + " amount_cents <> (select sum(gross_cents) from payment_share s where s.payment_id = p.id)");
        none(
                market,
                "the ledger is not the payments",
                "from payment p join customer_order o on o.id = p.order_id where"
                        + " p.portal_id = ? and p.amount_cents <> (select coalesce(sum(t.amount_cents), 0) from posting t join ledger_account a"
                        + " on a.id = t.account_id where a.code = 'psp' and t.subject = "
                        + "'EP-' || lpad(o.order_no::text, greatest(5,"
                        + " length(o.order_no::text)), '0'))");
        none(
                market,
                "debits are not credits",
                "from (select subject from posting where subject in (select reference from payment"
                        + " where portal_id = ?) group by subject having sum(amount_cents) <> 0) t");
        none(
                market,
                "a prestation without its mail",
                "from customer_order o join merchant_order m on m.order_id = o.id"
                        + " join order_line l on l.merchant_order_id = m.id where o.portal_id = ? and 1 <> (select count(*) from notification n"
                        + " where n.line_id = l.id and n.event = 'ORDER_LINE_CONFIRMED')");
        none(
                market,
                "given back and not told",
                "from payment p where portal_id = ? and state = 'VOIDED' and 1 <> (select count(*)"
                        + " from notification n where n.subject_id = p.id and n.event = 'PAYMENT_RETURNED')");
        assertThat(till.number("select count(*) from customer_order where portal_id = ?", till.shop.portalId))
                .as("something was sold at all")
                .isPositive();
    }

    private static void none(Market market, String what, String from) {
        assertThat(market.till.number("select count(*) " + from, market.till.shop.portalId))
                .as(what)
                .isZero();
    }
}
