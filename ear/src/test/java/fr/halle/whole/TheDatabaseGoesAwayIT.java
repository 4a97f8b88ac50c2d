package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** PostgreSQL is started again, or one of its processes crashes: every connection of the running shop is dead at once. */
class TheDatabaseGoesAwayIT {

    /** Longer than the container waits before it gives up a timer that fails. */
    private static final Duration AWAY = Duration.ofSeconds(25);

    /** After that long no connection is lent that was not looked at. */
    private static final Duration LOOKED_AT = Duration.ofSeconds(6);

    private static final int VISITS = 60;

    @Test
    void theShopSellsAndWritesItsLettersAsSoonAsItIsBack() throws Exception {
        try (RunningShop shop = RunningShop.own("away")) {
            assertThat(visit(shop)).isEqualTo(200);
            for (long end = System.nanoTime() + AWAY.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
                shop.update("select pg_terminate_backend(pid) from pg_stat_activity"
                        + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
            }
            Thread.sleep(LOOKED_AT.toMillis());
            for (int i = 0; i < VISITS; i++) {
                assertThat(visit(shop)).isEqualTo(200);
            }
            shop.update(
                    "insert into notification (id, portal_id, channel, event, key, recipient, language, data, state, created_at,"
                            + " next_try_at) select -1, min(id), 'MAIL', 'PAYMENT_RETURNED', 'away', 'client@exemple.fr', 'fr',"
                            + " '{\"amountCents\": \"1200\"}', 'QUEUED', now() - interval '1 minute', now() - interval '1 minute' from portal");
            Await.until(
                    Duration.ofSeconds(40),
                    "what no message tells of is found and sent",
                    () -> shop.text("select state from notification where id = -1")
                            .equals("SENT"));
        }
    }

    private static int visit(RunningShop shop) {
        return Http.of(shop, "ville").get("/api/v1/products?q=huitre").status();
    }
}
