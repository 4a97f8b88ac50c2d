package fr.halle.order.service;

import fr.halle.order.model.MerchantOrderState;
import fr.halle.shared.model.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cancelling a part would do, in euros, shown before anybody confirms it (M40, K6).
 *
 * @param version the part's: the cancellation is refused if somebody moves it meanwhile
 * @param allowed whether this actor may cancel it now (K1)
 * @param back what the customer gets back, payment by payment
 * @param refundWaits whether it leaves only when the merchant sends it from the part's page (K7)
 * @param feeReturned what of its fees the merchant gets back, zero where the portal keeps them
 * @param taxReturned the tourist tax within what goes back, which never was the merchant's
 * @param waived balances that are no longer asked for
 * @param slotStart the pickup slot that is free again
 * @param byLine whether lines may be cancelled alone (K9)
 * @param linesLeft prestations of the part that go on living; none where all of it is cancelled
 * @param otherParts parts of other merchants in the same order, which stay valid (M47, C16)
 */
public record CancellationEffect(
        long partId,
        String number,
        MerchantOrderState state,
        int version,
        boolean allowed,
        List<Back> back,
        boolean refundWaits,
        Money feeReturned,
        Money taxReturned,
        Money waived,
        @Nullable Instant slotStart,
        boolean byLine,
        int linesLeft,
        int otherParts) {

    /** @param reference the provider's, null where nothing was asked of it */
    public record Back(
            long shareId, String purpose, @Nullable String reference, Money amount) {}

    public CancellationEffect {
        back = List.copyOf(back);
    }

    public Money refunded() {
        return back.stream().map(Back::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What the merchant's net becomes less by: never positive. */
    public Money effectOnNet() {
        return feeReturned.plus(taxReturned).minus(refunded());
    }
}
