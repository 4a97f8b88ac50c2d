package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** K7: where the portal leaves it to the merchant, a cancelled part's money goes back when the merchant says so, and once. */
class ARefundWaitsForItsMerchantIT {

    private static final RunningShop SHOP = RunningShop.shared();
    private static final String SETTING = "value.refund.mode";

    @BeforeEach
    void byHand() {
        choose("MANUAL");
    }

    @AfterEach
    void atOnce() {
        choose("AUTO_ON_CANCEL");
    }

    @Test
    void andIsSentFromThePartsPage() {
        ApiCustomer customer = new ApiCustomer(SHOP, "terroir", "Kerbrat", "kerbrat@example.org");
        Ordered order = customer.orders(customer.fills(ApiCustomer.mostOf(SHOP, "lacombe")));
        customer.pays(order);
        String part = order.number() + "-001";
        SignedIn merchant = SignedIn.as(SHOP, "terroir", "lacombe@terroir.demo");
        Answer preview = merchant.get("/pro/orders/cancel?number=" + part);
        assertThat(preview.body()).contains("vous l’envoyez ensuite").doesNotContain("Annuler et rembourser");
        for (Browser.Width width : Browser.Width.values()) {
            try (Browser browser = Browser.at(width)) {
                Desk lacombe = Desk.signedIn(browser.visitor(), SHOP, "terroir", "lacombe@terroir.demo");
                lacombe.open("/pro/orders/cancel?number=" + part);
                browser.look(lacombe.page(), "pro-cancel-refund-waits");
            }
        }
        Map<String, String> cancel = SignedIn.form(preview, "c");
        cancel.put("c:reason", "CLOSED");
        cancel.put("c:go", "");
        Answer cancelled = merchant.post("/pro/orders/cancel", cancel);
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(302);
        assertThat(asked(part)).as("nobody asked the provider").isZero();

        Answer page = merchant.get("/pro/orders/view?number=" + part);
        assertThat(page.body()).contains("Rembourser maintenant");
        for (int times = 0; times < 2; times++) {
            Map<String, String> send = SignedIn.form(page, "giveBack");
            send.put("refund", "send");
            merchant.post("/pro/orders/view", send);
        }
        Await.until(Duration.ofMinutes(1), "the refund leaves", () -> asked(part) == 1);
        assertThat(merchant.get("/pro/orders/view?number=" + part).body()).doesNotContain("Rembourser maintenant");
    }

    private static long asked(String part) {
        return SHOP.number(
                "select count(*) from refund r join merchant_order m on m.id = r.merchant_order_id where m.number = '"
                        + part + "' and r.asked_at is not null or r.payin_refund_id is not null and m.number = '" + part
                        + "'");
    }

    private static void choose(String mode) {
        SignedIn operator = SignedIn.as(SHOP, "terroir", "exploitant@terroir.demo");
        Map<String, String> form = SignedIn.form(operator.get("/pro/operation/settings"), "settings");
        form.put(SETTING, mode);
        assertThat(operator.post("/pro/operation/settings", form).header("location"))
                .contains("saved=1");
    }
}
