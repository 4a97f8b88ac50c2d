package fr.halle.checkout.service;

import org.jspecify.annotations.Nullable;

/**
 * What the customer is told after the order button.
 *
 * @param orderNumber EP-00042: reserved now, an order once paid
 * @param token opens the order's page, together with its number
 * @param redirectUrl the provider's page, where the customer is to be sent; null where there is nothing to pay there
 * @param state see {@link State}
 */
public record CheckoutStarted(
        String orderNumber, String token, @Nullable String redirectUrl, State state) {

    public enum State {
        /** Send the customer to the provider's page. */
        REDIRECTED,
        /** The order is placed: show it. */
        PLACED,
        /** The provider has not answered: everything is held and a job asks again; ask the customer to wait, not to pay twice. */
        UNKNOWN,
        /** Not paid, nothing is held any more, the cart is still open. */
        FAILED
    }
}
