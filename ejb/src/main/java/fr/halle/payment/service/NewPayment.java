package fr.halle.payment.service;

import java.util.UUID;

/**
 * A payment to be made. Nothing personal: the provider needs none of it for the page.
 *
 * @param key made and stored before the call; the same key is the same payment
 * @param orderNumber EP-00042, shown on the page and on the customer's statement
 * @param returnUrl where the provider sends the customer afterwards
 * @param language of the page: fr or en
 */
public record NewPayment(
        UUID key, long portalId, String orderNumber, long amountCents, String returnUrl, String language) {}
