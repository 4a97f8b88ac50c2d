package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.ledger.model.FeesOnRefund;
import fr.halle.order.model.MerchantOrder;
import fr.halle.payment.model.RefundSettings;
import fr.halle.payment.service.RefundTooLarge;
import fr.halle.payment.service.Refunds;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Money;
import fr.halle.shared.model.Permission;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Rembourser (M21, K7): gives a customer money back of a part that goes on living; it keeps its state and its places. Never more
 * than is left of what was paid for it, and never twice: the page says what was left when it was read. The money leaves at once,
 * whatever the portal says of cancellations.
 */
@Stateless
public class GivingBack {

    @Inject
    private Parts parts;

    @Inject
    private PartShares shares;

    @EJB
    private Refunds refunds;

    @Inject
    private Audit audit;

    @Inject
    private Event<RefundGiven> given;

    /**
     * What may still be given back of a part.
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public RefundLeft left(long partId, Actor actor) {
        actor.must(Permission.REFUND);
        long part = parts.seen(partId, actor).part().id();
        return new RefundLeft(left(part), shares.leftOfLines(part));
    }

    /**
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws RefundTooLarge when less is left than is wished for, or nothing
     */
    public RefundEffect preview(long partId, RefundWish wish, Actor actor) {
        actor.must(Permission.REFUND);
        PartOfOrder seen = parts.seen(partId, actor);
        List<GoingBack> back = goingBack(partId, wish);
        FeesOnRefund fees = seen.settings().get(RefundSettings.FEES_ON_REFUND);
        long fee = back.stream()
                .mapToLong(
                        one -> fees.returnedToMerchant(one.share().feeWithin(one.cents()), FeesOnRefund.Fault.MERCHANT))
                .sum();
        return new RefundEffect(
                Money.euros(left(partId)),
                back.stream()
                        .map(one -> new CancellationEffect.Back(
                                one.share().id(),
                                one.share().purpose(),
                                one.share().reference(),
                                Money.euros(one.cents())))
                        .toList(),
                Money.euros(fee),
                Money.euros(back.stream().mapToLong(GoingBack::tax).sum()));
    }

    /**
     * @param leftCents what was left when the page was read
     * @param reason a sentence, for the merchant and the operator
     * @return what goes back, in cents
     * @throws RefundStale when something was given back since
     * @throws RefundTooLarge when less is left than is wished for, or nothing
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     */
    public long give(long partId, RefundWish wish, long leftCents, String reason, Actor actor) {
        actor.must(Permission.REFUND);
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A refund without a reason");
        }
        MerchantOrder part = parts.held(partId, actor).part();
        long left = left(partId);
        if (left != leftCents) {
            throw new RefundStale(left);
        }
        List<GoingBack> goingBack = goingBack(partId, wish);
        List<Long> asked =
                goingBack.stream().map(back -> ask(back, reason.strip(), actor)).toList();
        asked.forEach(refunds::sendOne);
        long cents = goingBack.stream().mapToLong(GoingBack::cents).sum();
        write(part, cents, reason.strip(), actor);
        given.fire(new RefundGiven(partId, asked.get(0), actor, cents, reason.strip()));
        return cents;
    }

    private long ask(GoingBack back, String reason, Actor actor) {
        Long line = back.lineId();
        return line == null
                ? refunds.request(back.share().id(), back.cents(), reason, null, actor)
                : refunds.requestOfLine(back.share().id(), back.cents(), back.tax(), reason, line, actor);
    }

    private List<GoingBack> goingBack(long partId, RefundWish wish) {
        List<GoingBack> back = wish.lineId() == null
                ? shares.ofAmount(partId, wish.cents())
                : shares.ofLines(partId, List.of(wish.lineId()));
        if (back.isEmpty()) {
            throw new RefundTooLarge(0);
        }
        return back;
    }

    private void write(MerchantOrder part, long cents, String reason, Actor actor) {
        String what = Money.euros(cents).toString() + " · " + reason;
        if (actor.kind() == Actor.Kind.OPERATOR) {
            audit.writeOnBehalf(actor, part.merchantId(), "refund_asked", part.number(), what);
        } else {
            audit.write(actor, "refund_asked", part.number(), what);
        }
    }

    private long left(long partId) {
        return shares.whole(partId).stream().mapToLong(GoingBack::cents).sum();
    }
}
