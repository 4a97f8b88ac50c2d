package fr.halle.order.service;

import fr.halle.shared.model.Money;
import java.util.List;

/**
 * What giving money back would do, in euros, before anybody confirms it (M21, K6).
 *
 * @param left what may still be given back of the part before it
 * @param back what the customer gets, payment by payment
 * @param feeReturned what of its fees the merchant gets back, zero where the portal keeps them
 * @param taxReturned the tourist tax within what goes back, which never was the merchant's
 */
public record RefundEffect(Money left, List<CancellationEffect.Back> back, Money feeReturned, Money taxReturned) {

    public RefundEffect {
        back = List.copyOf(back);
    }

    public Money refunded() {
        return back.stream().map(CancellationEffect.Back::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What the merchant's net becomes less by: never positive. */
    public Money effectOnNet() {
        return feeReturned.plus(taxReturned).minus(refunded());
    }

    public Money leftAfter() {
        return left.minus(refunded());
    }
}
