package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider says comes late, twice, after what it said next, or as a 504: one order, one charge (C02, C03). */
class TheProviderSpeaksBadlyIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PRODUCT = "cidre-doux-pons";

    private final RunningShop shop = RunningShop.shared();
    private final ScriptedProvider provider = new ScriptedProvider(shop);

    @AfterEach
    void theProviderSpeaksWellAgain() {
        provider.behaves();
    }

    /** The customer closes the window after paying: only the notification tells. */
    @ParameterizedTest
    @ValueSource(strings = {"late", "twice", "reorder"})
    void aCustomerWhoDoesNotComeBackHasOneOrder(String how) {
        String email = how + System.nanoTime() + "@example.org";
        CardPayer customer = CardPayer.wants(shop, "terroir", email, PRODUCT).orders();
        provider.notifies(how, Duration.ofSeconds(2));
        customer.paysAndStays();
        Await.until(PATIENCE, "the order is placed", () -> orders(email) == 1);
        assertThat(provider.planned("hook")).isZero();
        if (how.equals("twice")) {
            Await.until(
                    PATIENCE,
                    "it was told twice",
                    () -> shop.number(
                                    "select coalesce(max(n.times), 0) from provider_notice n join payment p on p.provider_id = n.resource_id"
                                            + " join customer_order o on o.id = p.order_id where o.email = '" + email
                                            + "'")
                            == 2);
        }
        onceAndForAll(customer, email);
    }

    /** Done, and answered with an error of the provider's: found again under the key, so the customer sees the page at once. */
    @Test
    void aPageThatWasMadeButNotAnsweredIsTheOneThatIsPaid() {
        String email = "error" + System.nanoTime() + "@example.org";
        CardPayer customer = CardPayer.wants(shop, "terroir", email, PRODUCT);
        provider.doesAndSaysError("payin");
        customer.orders().pays();
        onceAndForAll(customer, email);
    }

    /** Nothing was done: pressed again, the same order gets its page. */
    @Test
    void aPageThatCouldNotBeMadeIsMadeAtTheNextPress() {
        String email = "before" + System.nanoTime() + "@example.org";
        CardPayer customer = CardPayer.wants(shop, "terroir", email, PRODUCT);
        provider.failsBefore("payin");
        String number = customer.orders().number();
        assertThat(customer.hasPage()).isFalse();
        assertThat(customer.orders().number()).isEqualTo(number);
        customer.pays();
        onceAndForAll(customer, email);
    }

    private void onceAndForAll(CardPayer customer, String email) {
        assertThat(customer.statusOfOrder()).isEqualTo(200);
        assertThat(orders(email)).isEqualTo(1);
        assertThat(provider.made("PAYIN", "doc ->> 'Tag' = '" + customer.number() + "'"))
                .as("charged once")
                .isEqualTo(1);
        assertThat(shop.number("select count(*) from notification n join customer_order o on o.id = n.order_id"
                        + " where n.event = 'ORDER_LINE_CONFIRMED' and o.email = '" + email + "'"))
                .isEqualTo(1);
    }

    private long orders(String email) {
        return shop.number("select count(*) from customer_order where email = '" + email + "'");
    }
}
