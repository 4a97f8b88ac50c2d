package fr.halle.checkout.service;

import fr.halle.order.service.ReplacedPart;
import fr.halle.shared.model.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a substitution would do, in euros, shown before anybody confirms it (K10, M46).
 *
 * @param replaced what is called off
 * @param total of the new order
 * @param carried what was paid and pays for it without travelling
 * @param link the difference that the customer gets a link to pay at once
 * @param later what is asked for on the days that the new prestations have by themselves
 * @param back what was paid beyond the new total, and is refunded
 * @param refundWaits whether that leaves only when the merchant sends it (K7)
 * @param byLine whether lines may be replaced alone (K9)
 * @param refusal why it cannot be done as it stands, null where it can
 */
public record SubstitutionEffect(
        ReplacedPart replaced,
        Money total,
        Money carried,
        Money link,
        Money later,
        Money back,
        boolean refundWaits,
        boolean byLine,
        @Nullable RuntimeException refusal) {

    public Money paid() {
        return Money.euros(replaced.paidCents());
    }

    public boolean isPossible() {
        return refusal == null && replaced.allowed();
    }
}
