package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nobody presses anything, nobody comes back, nobody is notified: every minute the shop's own timer starts the jobs that have
 * something to do (T05, section 10 of the main job).
 */
class TheClockRepeatsIT {

    /** The next full minute, and time to work. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String PRODUCT = "ail-tresse";

    private final RunningShop shop = RunningShop.shared();
    private final ScriptedProvider provider = new ScriptedProvider(shop);
    private final String run = "@clock" + System.nanoTime() + ".example.org";

    @BeforeEach
    void nobodyIsNotified() {
        provider.losesNotifications(100);
    }

    @AfterEach
    void theProviderBehavesAgain() {
        provider.behaves();
    }

    @Test
    void everyMinute() {
        customer("collected").pays();
        customer("left");
        customer("lost").paysAndStays();
        customer("forgotten").paysAndStays();
        long before = shop.number("select coalesce(max(execution_id), 0) from job_start");
        letTheirTimeCome();

        Await.until(
                PATIENCE,
                "what was held is free again",
                () -> shop.number("select count(*) from checkout k"
                                + " join capacity_claim c on c.checkout_id = k.id where k.state = 'EXPIRED' and c.returned and "
                                + of("left"))
                        == 1);
        Await.until(PATIENCE, "a payment nobody told us about is an order", () -> orders("lost") == 1);
        Await.until(PATIENCE, "a notice nobody handled is an order", () -> orders("forgotten") == 1);
        Await.until(
                PATIENCE,
                "« à télécollecter » is « collecté »",
                () -> shop.number("select count(*) from payment p join checkout k on k.id = p.checkout_id"
                                + " where p.state = 'CAPTURED' and " + of("collected"))
                        == 1);
        assertThat(orders("left")).isZero();
        assertThat(shop.number(
                        "select count(distinct job) from job_start where started_by = 'clock' and execution_id > "
                                + before + " and job in ('expired-holds', 'unknown-payments', 'collection')"))
                .as("started by the timer")
                .isEqualTo(3);
    }

    private CardPayer customer(String name) {
        return CardPayer.wants(shop, "terroir", name + run, PRODUCT).orders();
    }

    /** A quarter of an hour in a moment. */
    private void letTheirTimeCome() {
        shop.update("update job_rhythm set last_started_at = now() - interval '16 minutes' where job = 'collection'");
        shop.update("update checkout k set expires_at = now() where " + of("left"));
        shop.update(
                "update payment p set expires_at = now() from checkout k where k.id = p.checkout_id and " + of("left"));
        shop.update("update payment p set next_check_at = now() from checkout k where k.id = p.checkout_id and "
                + of("lost"));
        shop.update("insert into provider_notice (id, event_type, resource_id, received_at) select p.id,"
                + " 'PAYIN_NORMAL_SUCCEEDED', p.provider_id, now() - interval '2 minutes' from payment p"
                + " join checkout k on k.id = p.checkout_id where " + of("forgotten"));
    }

    private String of(String name) {
        return "k.draft -> 'customer' ->> 'email' = '" + name + run + "'";
    }

    private long orders(String name) {
        return shop.number("select count(*) from customer_order where email = '" + name + run + "'");
    }
}
