package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Ordered;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** M15, O16: what the bank took back is seen, held, and given back by its merchant without crediting the card a second time. */
class ACardholderDisputesAPaymentIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final RunningShop SHOP = RunningShop.shared();

    private final ScriptedProvider provider = new ScriptedProvider(SHOP);

    @Test
    void andTheMerchantsPartIsCancelledForIt() {
        ApiCustomer customer = new ApiCustomer(SHOP, "terroir", "Douarec", "douarec@example.org");
        Ordered order = customer.orders(customer.fills(ApiCustomer.mostOf(SHOP, "lacombe")));
        customer.pays(order);
        String part = order.number() + "-001";
        String payment =
                " from payment p join customer_order o on o.id = p.order_id join merchant_order m on m.order_id = o.id"
                        + " where m.number = '" + part + "'";
        Await.until(SOON, "it is paid", () -> SHOP.number("select count(*)" + payment) == 1);

        String payIn = SHOP.text("select p.provider_id" + payment);
        provider.isContested(payIn);

        Await.until(SOON, "the shop has heard of it", () -> "DISPUTED".equals(SHOP.text("select p.state" + payment)));
        for (Browser.Width width : Browser.Width.values()) {
            seesItAndItsParts(width, order.number(), part);
        }
        assertThat(SHOP.number("select count(*) from notification n join merchant_order m on m.id = n.merchant_order_id"
                        + " where n.event = 'PAYMENT_DISPUTED' and m.number = '" + part + "'"))
                .isEqualTo(1);
        SignedIn merchant = SignedIn.as(SHOP, "terroir", "lacombe@terroir.demo");
        Map<String, String> cancel = SignedIn.form(merchant.get("/pro/orders/cancel?number=" + part), "c");
        cancel.put("c:reason", "CLOSED");
        cancel.put("c:go", "");
        merchant.post("/pro/orders/cancel", cancel);
        Await.until(
                SOON,
                "it is refunded, as far as the merchant goes",
                () -> SHOP.number("select count(*) from refund r join merchant_order m on m.id = r.merchant_order_id"
                                + " where r.state = 'SUCCEEDED' and m.number = '" + part + "'")
                        == 1);
        assertThat(provider.made("REFUND", "doc ->> 'InitialTransactionId' = '" + payIn + "'"))
                .as("refunds of the card")
                .isZero();
        try (ControlRoom room = ControlRoom.of(SHOP)) {
            room.press("error-watch");
            Await.until(
                    SOON,
                    "nothing of it is left to be decided",
                    () -> SHOP.number(
                                    "select count(*) from order_trouble where cause = 'PAYMENT_DISPUTED' and solved_at is null")
                            == 0);
        }
    }

    private static void seesItAndItsParts(Browser.Width width, String order, String part) {
        try (Browser browser = Browser.at(width)) {
            Desk operator = Desk.signedIn(browser.visitor(), SHOP, "terroir", "exploitant@terroir.demo");
            operator.open("/pro/operation/errors?cause=PAYMENT_DISPUTED");
            assertThat(operator.text("main")).contains("Paiement contesté", order, "FRAUD", "Perdu", "Gagné");
            operator.page().locator("main summary").first().click();
            browser.look(operator.page(), "pro-errors-disputed");
            operator.page().click("main dd a:text-is('" + order + "')");
            assertThat(operator.text("main")).contains(part);
            operator.open("/pro/orders/view?number=" + part);
            assertThat(operator.text("[aria-labelledby=transactions]"))
                    .contains("impayée")
                    .doesNotContain("Disponible pour versement");
            browser.look(operator.page(), "pro-order-disputed");
        }
    }
}
