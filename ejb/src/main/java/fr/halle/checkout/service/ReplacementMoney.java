package fr.halle.checkout.service;

import fr.halle.order.service.ReplacedPart;
import fr.halle.payment.service.CarriedShares;
import fr.halle.payment.service.CarriedShares.Carry;
import fr.halle.payment.service.Refunds;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The money of a substitution: what is beyond the new total goes back to the customer, the rest pays for the new part. */
@Service
class ReplacementMoney {

    @EJB
    private Refunds refunds;

    @Inject
    private CarriedShares shares;

    /** What one share paid for what is replaced, and what of it is still to be carried over. Cents. */
    record Slice(long shareId, long cents, long taxCents) {

        Slice without(long back, long taxBack) {
            return new Slice(shareId, cents - back, taxCents - taxBack);
        }
    }

    /**
     * What is left to be carried over once the difference was asked back.
     *
     * @param waits whether somebody has yet to send the difference (K7)
     */
    record Division(List<Slice> slices, boolean waits) {}

    /**
     * Refunds what is not needed, the newest payment first: a card takes back most surely what it paid last. The tourist tax that the
     * new prestations no longer bear goes back with it.
     */
    Division giveBack(ReplacedPart held, Coverage coverage, String reason, Actor actor) {
        List<Slice> slices = slices(held);
        long back = coverage.backCents();
        long taxBack = Math.max(0, held.taxCents() - coverage.taxNowCents());
        for (int i = slices.size() - 1; i >= 0 && back > 0; i--) {
            Slice slice = slices.get(i);
            long cents = Math.min(back, slice.cents());
            if (cents == 0) {
                continue;
            }
            boolean all = cents == slice.cents();
            long tax = all ? slice.taxCents() : Math.min(Math.min(taxBack, slice.taxCents()), cents);
            refunds.requestWithTax(slice.shareId(), cents, tax, reason, actor);
            slices.set(i, slice.without(cents, tax));
            back -= cents;
            taxBack = Math.max(0, taxBack - tax);
        }
        return new Division(slices, refunds.waitingOf(held.partId()) > 0);
    }

    /** Every share gives what it has left for it; the new tourist tax is spread over them as the money is. */
    void carry(Replacement done, Division division) {
        List<Slice> slices =
                division.slices().stream().filter(slice -> slice.cents() > 0).toList();
        if (slices.isEmpty()) {
            return;
        }
        long[] tax = Allocation.split(
                done.coverage().taxNowCents(),
                slices.stream().mapToLong(Slice::cents).toArray());
        for (int i = 0; i < tax.length; i++) {
            Slice slice = slices.get(i);
            shares.carry(
                    new Carry(slice.shareId(), slice.cents(), slice.taxCents(), tax[i]),
                    done.id(),
                    done.partId(),
                    done.number());
        }
    }

    private static List<Slice> slices(ReplacedPart held) {
        Map<Long, Slice> byShare = new LinkedHashMap<>();
        for (ReplacedPart.Paid paid : held.paid()) {
            byShare.merge(
                    paid.shareId(),
                    new Slice(paid.shareId(), paid.cents(), paid.taxCents()),
                    (one, more) -> one.without(-more.cents(), -more.taxCents()));
        }
        return new ArrayList<>(byShare.values());
    }
}
