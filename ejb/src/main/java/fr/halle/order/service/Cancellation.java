package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.ledger.model.FeesOnRefund;
import fr.halle.order.model.CancelGranularity;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.order.model.OrderSettings;
import fr.halle.order.model.Why;
import fr.halle.payment.model.RefundSettings;
import fr.halle.payment.service.Refunds;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Money;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cancels one merchant's part, whole (M40, M47, M48) or some of its lines where the portal allows that (K9): what was paid for it is
 * asked back for the customer, unpaid balances are waived. All of it is one transaction; the money itself travels afterwards. No
 * other part of the order is read or written, but to count them.
 */
@Stateless
public class Cancellation {

    @Inject
    private Sql sql;

    @Inject
    private Parts parts;

    @EJB
    private MerchantOrderLifecycle lifecycle;

    @EJB
    private Refunds refunds;

    @Inject
    private PartShares shares;

    @Inject
    private WaivedBalances balances;

    @Inject
    private LineCancellation lines;

    @Inject
    private Audit audit;

    @Inject
    private Event<RefundGiven> given;

    /**
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow cancelling
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public CancellationEffect preview(long partId, Actor actor) {
        return preview(partId, Set.of(), actor);
    }

    /**
     * What cancelling these lines would do; all of the part where none is named, or none would be left.
     *
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow cancelling
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws LinesRefused when one of them cannot be cancelled alone
     */
    public CancellationEffect preview(long partId, Set<Long> chosen, Actor actor) {
        actor.must(Permission.CANCEL_ORDERS);
        PartOfOrder seen = parts.seen(partId, actor);
        MerchantOrder part = seen.part();
        Settings settings = seen.settings();
        int left = chosen.isEmpty() ? 0 : lines.left(partId, chosen, settings);
        List<GoingBack> back = left == 0 ? shares.whole(partId) : shares.ofLines(partId, chosen);
        Map<PaidShare, Long> cents = new LinkedHashMap<>();
        back.forEach(one -> cents.merge(one.share(), one.cents(), Long::sum));
        long fees = cents.entrySet().stream()
                .mapToLong(one -> one.getKey().feeWithin(one.getValue()))
                .sum();
        return new CancellationEffect(
                partId,
                part.number(),
                part.state(),
                part.version(),
                lifecycle.availableTo(actor, partId).stream().anyMatch(MerchantOrderTransition::isCancellation),
                cents.entrySet().stream()
                        .map(one -> back(one.getKey(), one.getValue()))
                        .toList(),
                settings.get(RefundSettings.MODE) == RefundSettings.Mode.MANUAL,
                Money.euros(settings.get(RefundSettings.FEES_ON_REFUND)
                        .returnedToMerchant(fees, FeesOnRefund.Fault.MERCHANT)),
                Money.euros(back.stream().mapToLong(GoingBack::tax).sum()),
                Money.euros(balances.of(partId, left == 0 ? Set.of() : chosen)),
                left == 0 ? part.slotStart() : null,
                settings.get(OrderSettings.CANCEL_GRANULARITY) == CancelGranularity.LINE,
                left,
                (int) sql.number("select count(*) - 1 from merchant_order where order_id = ?", part.orderId()));
    }

    private static CancellationEffect.Back back(PaidShare share, long cents) {
        return new CancellationEffect.Back(share.id(), share.purpose(), share.reference(), Money.euros(cents));
    }

    /** The same as {@link #cancel(long, int, Why, Actor)}, for a reason in words alone. */
    public void cancel(long partId, int version, String reason, Actor actor) {
        cancel(partId, version, Why.said(reason), actor);
    }

    /**
     * Cancels the part as it was seen at {@code version}.
     *
     * @param why required: the customer reads it in the notice of cancellation
     * @throws PartMoved when somebody moved it meanwhile
     * @throws fr.halle.shared.model.MoveRefused when it is too late for this actor (K1, M49)
     */
    public void cancel(long partId, int version, Why why, Actor actor) {
        boolean inError = parts.held(partId, actor).part().state() == MerchantOrderState.ERROR;
        MerchantOrderTransition move = inError ? MerchantOrderTransition.CANCEL_ERROR : MerchantOrderTransition.CANCEL;
        lifecycle.applyBecause(partId, version, move, actor, why);
        String reason = why.sentence(languageOf(partId));
        for (GoingBack back : shares.whole(partId)) {
            refunds.request(back.share().id(), back.cents(), reason, null, actor);
        }
        balances.waive(partId, Set.of());
    }

    /**
     * Cancels these lines of the part as it was seen at {@code version}, and all of it where they are the last.
     *
     * @return whether the part lives on
     * @throws PartMoved when somebody changed it meanwhile
     * @throws LinesRefused when one of them cannot be cancelled alone: nothing is
     * @throws fr.halle.shared.model.MoveRefused when it is too late for this actor (K1, M49)
     */
    public boolean cancelLines(long partId, int version, Set<Long> chosen, Why why, Actor actor) {
        PartOfOrder held = lifecycle.hold(partId, version, MerchantOrderTransition.CANCEL, actor);
        if (lines.left(partId, chosen, held.settings()) == 0) {
            cancel(partId, version, why, actor);
            return false;
        }
        if (why.isEmpty()) {
            throw new ReasonMissing(MerchantOrderTransition.CANCEL);
        }
        List<GoingBack> goingBack = shares.ofLines(partId, chosen);
        lines.cancel(held.part(), chosen, why, actor, goingBack);
        String reason = why.sentence(languageOf(partId));
        goingBack.forEach(back -> refunds.requestOfLine(
                back.share().id(), back.cents(), back.tax(), reason, back.lineId() == null ? 0 : back.lineId(), actor));
        balances.waive(partId, chosen);
        return true;
    }

    /**
     * What of a part's refunds waits for its merchant or the operator to send it, in cents (K7).
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public long waitingRefunds(long partId, Actor actor) {
        return refunds.waitingOf(parts.seen(partId, actor).part().id());
    }

    /**
     * Sends what waits; nothing is written or told where nothing does.
     *
     * @param reason why somebody else than the merchant sends it, who reads it (K18); nothing is asked of the merchant's own
     * @throws ReasonRefused for an operator without one
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public void sendRefunds(long partId, String reason, Actor actor) {
        actor.must(Permission.REFUND);
        boolean onBehalf = actor.kind() == Actor.Kind.OPERATOR;
        String why = onBehalf ? ReasonRefused.checked(reason) : "";
        MerchantOrder part = parts.held(partId, actor).part();
        long cents = refunds.waitingOf(partId);
        List<Long> sent = refunds.send(partId);
        if (sent.isEmpty()) {
            return;
        }
        String amount = Money.euros(cents).toString();
        if (onBehalf) {
            audit.writeOnBehalf(actor, part.merchantId(), "refund_sent", part.number(), amount + " · " + why);
        } else {
            audit.write(actor, "refund_sent", part.number(), amount);
        }
        given.fire(new RefundGiven(partId, sent.get(0), actor, cents, why));
    }

    /** A refund's reason is read by the merchant and the operator. */
    private Locale languageOf(long partId) {
        return sql.one(
                        "select l.language from merchant_language l join merchant_order p on p.merchant_id = l.merchant_id"
                                + " where p.id = ?",
                        row -> Locale.forLanguageTag(row.text("language")),
                        partId)
                .orElse(Locale.FRENCH);
    }
}
