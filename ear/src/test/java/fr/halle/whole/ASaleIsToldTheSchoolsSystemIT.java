package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** S31, T09, K25: the real adapter tells the real stand-in; what it refuses is replayed by the desk; measures are read and exported. */
class ASaleIsToldTheSchoolsSystemIT {

    private static final String PORTAL = "montagne";
    private static final String SECRETARY = "secretariat.ecole@montagne.demo";
    private static final Duration SOON = Duration.ofSeconds(150);

    private final RunningShop shop = RunningShop.shared();
    private final AskedDesk asked = AskedDesk.at(shop, PORTAL, "ecole", "Vannier", "vannier@example.org");

    @Test
    void refusedThenReplayedAndTheBoxTicksItself() {
        long push = queued();
        plan("unknown-product");
        leave(push);
        try (ControlRoom room = ControlRoom.of(shop)) {
            Await.until(SOON, "it is refused", () -> state(push).equals("DEAD") || started(room, push));
        }
        try (Browser desk = Browser.at(Browser.Width.DESK);
                Browser phone = Browser.at(Browser.Width.PHONE)) {
            Desk secretary = Desk.signedIn(desk.visitor(), shop, PORTAL, SECRETARY);
            assertThat(secretary.open("/pro/sales/outside")).isEqualTo(200);
            assertThat(secretary.text("#heldUp"))
                    .contains("Cours de Vannier", "refusée", "ne connaît pas ce produit", "«\u00a0422 product-unknown");
            desk.look(secretary.page(), "sales-outside");
            Desk away = Desk.signedIn(phone.visitor(), shop, PORTAL, SECRETARY);
            away.open("/pro/sales/outside");
            phone.look(away.page(), "sales-outside");
            away.press("button[name=replay][value='" + push + "']");
            assertThat(away.said()).contains("transmise à nouveau");
            Await.until(SOON, "its receipt has come", () -> state(push).equals("RECEIPTED"));
            assertThat(shop.number(
                            "select count(*) from sales_request where done_at is not null and id = " + asked.request()))
                    .as("Traité ticks itself")
                    .isEqualTo(1);
            secretary.open(
                    "/pro/sales/outside?day=" + shop.text("select taken_on from outside_push where id = " + push));
            assertThat(secretary.text("#reconciled"))
                    .contains(shop.text("select receipt from outside_push where id = " + push));
            desk.look(secretary.page(), "sales-reconciled");
            readsTheMeasures(desk, secretary, phone, away);
        }
    }

    private static void readsTheMeasures(Browser desk, Desk secretary, Browser phone, Desk away) {
        secretary.open("/pro/sales/measures");
        assertThat(secretary.text("#columns")).contains("Commande traitée", "Acompte versé");
        desk.look(secretary.page(), "sales-measures");
        away.open("/pro/sales/measures");
        phone.look(away.page(), "sales-measures");
    }

    @Test
    void theMeasuresAreAFileToo() {
        SignedIn secretary = SignedIn.as(shop, PORTAL, SECRETARY);
        Answer csv = secretary.get("/pro/sales/measures-export?format=csv");
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body()).contains("Délai de réponse", "Montants par colonne");
        assertThat(secretary.get("/pro/sales/measures-export?format=xlsx").status())
                .isEqualTo(200);
        assertThat(secretary.get("/pro/sales/measures?desk=1").status()).isEqualTo(404);
        assertThat(secretary.get("/pro/sales/measures-export?desk=1").status()).isEqualTo(404);
        assertThat(secretary.get("/pro/sales/measures?from=2026-13-45&to=x").status())
                .isEqualTo(200);
    }

    /** As an order's transaction writes it, for any line that was ever ordered and told nobody; it does not leave yet. */
    private long queued() {
        ApiCustomer customer = new ApiCustomer(shop, "ville", "Vannier", "vannier@example.org");
        ApiCustomer.Ordered order = customer.orders(customer.fills(ApiCustomer.mostOf(shop, "huitriere")));
        customer.pays(order);
        String part = order.number() + "-001";
        Await.until(
                SOON,
                "it is ordered",
                () -> shop.number("select count(*) from merchant_order where number = '" + part + "'") == 1);
        long id = shop.number("select nextval('halle_id')");
        shop.update(
                "insert into outside_push (id, desk_id, request_id, line_id, act, idempotency_key, catalogue, product,"
                        + " label, customer, body, total_cents, ticks, state, queued_at) select " + id
                        + ", r.desk_id, r.id, l.id, 'SALE', gen_random_uuid(), 'ESF-PRIVE', 'PRIV-AD-1H', 'Cours de"
                        + " Vannier', 'Vannier',"
                        + " '{\"catalogue\":\"ESF-PRIVE\",\"reference\":\"EP-1\",\"customer\":{\"name\":\"Vannier\",\"language\":\"fr\"},\"lines\":[{\"product\":\"PRIV-AD-1H\",\"label\":\"Cours\",\"quantity\":1,\"totalCents\":6800}]}',"
                        + " 6800, true, 'QUEUED', now() from sales_request r, order_line l join merchant_order m on"
                        + " m.id = l.merchant_order_id where r.id = "
                        + asked.request()
                        + " and m.number = '" + part + "' order by l.id limit 1");
        return id;
    }

    /** The job would find it within the minute. */
    private boolean started(ControlRoom room, long push) {
        room.press("outside-sales");
        return state(push).equals("DEAD");
    }

    private void leave(long push) {
        shop.update("update outside_push set next_try_at = now() where id = " + push);
    }

    private String state(long push) {
        return shop.text("select state from outside_push where id = " + push);
    }

    private void plan(String mishap) {
        try {
            URI plans = URI.create("http://127.0.0.1:" + shop.port() + "/simulator/outside/plans");
            HttpResponse<String> answer = RunningShop.client()
                    .send(
                            HttpRequest.newBuilder(plans)
                                    .POST(HttpRequest.BodyPublishers.ofString("{\"mishap\":\"" + mishap + "\"}"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
