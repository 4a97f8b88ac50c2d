package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** K7: where the portal leaves it to the merchant, the money of what is cancelled goes back when the merchant says so, and once. */
class ARefundWaitsForItsMerchantIT {

    private static final RunningShop SHOP = RunningShop.shared();

    @BeforeEach
    void byHand() {
        choose("MANUAL", "LINE");
    }

    @AfterEach
    void atOnce() {
        choose("AUTO_ON_CANCEL", "PART");
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
        assertThat(Http.of(SHOP, "terroir")
                        .get("/order/" + order.number() + "?token=" + order.token() + "&follow=1")
                        .body())
                .contains("Le marchand vous rembourse lui-même")
                .doesNotContain("sous 48 h");

        Answer page = merchant.get("/pro/orders/view?number=" + part);
        assertThat(page.body()).contains("Rembourser maintenant");
        for (int times = 0; times < 2; times++) {
            sends(merchant, page);
        }
        Await.until(Duration.ofMinutes(1), "the refund leaves", () -> asked(part) == 1);
        assertThat(merchant.get("/pro/orders/view?number=" + part).body()).doesNotContain("Rembourser maintenant");
    }

    /** K9: the part goes on without it. */
    @Test
    void ofALineThatIsCancelledByItself() {
        String part = ordered();
        SignedIn merchant = SignedIn.as(SHOP, "terroir", "lacombe@terroir.demo");
        long line = SHOP.number("select min(l.id) from order_line l join merchant_order m on m.id = l.merchant_order_id"
                + " where m.number = '" + part + "'");
        Answer preview = merchant.get("/pro/orders/cancel?number=" + part + "&line=" + line);
        Map<String, String> cancel = SignedIn.form(preview, "c");
        cancel.put("c:reason", "UNAVAILABLE");
        cancel.put("c:go", "");
        Answer cancelled = merchant.post("/pro/orders/cancel", cancel);
        assertThat(cancelled.header("location")).as(cancelled.body()).endsWith("done=LINES");
        Answer page = merchant.get("/pro/orders/view?number=" + part + "&done=LINES");
        assertThat(page.body()).contains("Rembourser maintenant", "le reste de la commande continue");
        assertThat(asked(part)).as("nobody asked the provider").isZero();

        assertThat(sends(merchant, page).header("location")).endsWith("done=REFUND_SENT");

        Await.until(Duration.ofMinutes(1), "the refund leaves", () -> asked(part) == 1);
        assertThat(merchant.get("/pro/orders/view?number=" + part + "&done=REFUND_SENT")
                        .body())
                .contains("Le remboursement part")
                .doesNotContain("Rembourser maintenant");
    }

    /** K18, O01: for the merchant, who learns of it. */
    @Test
    void orTheOperatorSendsItAndSaysWhy() {
        String part = ordered();
        SignedIn merchant = SignedIn.as(SHOP, "terroir", "lacombe@terroir.demo");
        Map<String, String> cancel = SignedIn.form(merchant.get("/pro/orders/cancel?number=" + part), "c");
        cancel.put("c:reason", "CLOSED");
        cancel.put("c:go", "");
        merchant.post("/pro/orders/cancel", cancel);
        SignedIn operator = SignedIn.as(SHOP, "terroir", "exploitant@terroir.demo");
        assertThat(operator.get("/pro/operation/refunds").body())
                .contains("Attend que le marchand l’envoie", "href=\"/pro/orders/view?number=" + part + "\"");
        Answer page = operator.get("/pro/orders/view?number=" + part);
        assertThat(sends(operator, page).body()).contains("Écrivez-le en une phrase");
        assertThat(asked(part)).isZero();

        Map<String, String> send = SignedIn.form(page, "giveBack");
        send.put("refund", "send");
        send.put("reason", "Deux jours sans réponse");
        assertThat(operator.post("/pro/orders/view", send).header("location")).endsWith("done=REFUND_SENT");

        Await.until(Duration.ofMinutes(1), "the refund leaves", () -> asked(part) == 1);
        assertThat(SHOP.number("select count(*) from notification n join merchant_order m on m.id = n.merchant_order_id"
                        + " where n.event = 'REFUNDED_ON_BEHALF' and m.number = '" + part + "'"))
                .isEqualTo(1);
        try (Browser phone = Browser.at(Browser.Width.PHONE)) {
            Desk town = Desk.signedIn(phone.visitor(), SHOP, "terroir", "exploitant@terroir.demo");
            town.open("/pro/operation/refunds");
            phone.look(town.page(), "pro-operation-refund-waits");
        }
    }

    private static String ordered() {
        ApiCustomer customer = new ApiCustomer(SHOP, "terroir", "Kerbrat", "kerbrat@example.org");
        ApiCustomer.Goods cheese =
                new ApiCustomer.Goods(customer.one("comte-18-mois").product(), 0, 500);
        ApiCustomer.Goods tomme =
                new ApiCustomer.Goods(customer.one("tomme-fermiere").product(), 0, 500);
        Ordered order = customer.orders(customer.fills(cheese, tomme));
        customer.pays(order);
        return order.number() + "-001";
    }

    private static Answer sends(SignedIn who, Answer page) {
        Map<String, String> send = SignedIn.form(page, "giveBack");
        send.put("refund", "send");
        return who.post("/pro/orders/view", send);
    }

    private static long asked(String part) {
        return SHOP.number(
                "select count(*) from refund r join merchant_order m on m.id = r.merchant_order_id where m.number = '"
                        + part + "' and r.asked_at is not null or r.payin_refund_id is not null and m.number = '" + part
                        + "'");
    }

    private static void choose(String mode, String granularity) {
        SignedIn operator = SignedIn.as(SHOP, "terroir", "exploitant@terroir.demo");
        Map<String, String> form = SignedIn.form(operator.get("/pro/operation/settings"), "settings");
        form.put("value.refund.mode", mode);
        form.put("value.cancel.granularity", granularity);
        assertThat(operator.post("/pro/operation/settings", form).header("location"))
                .contains("saved=2");
    }
}
