package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.ledger.model.FeesOnRefund;
import fr.halle.order.model.BalanceDueTransition;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.MerchantOrderTransition;
import fr.halle.payment.model.RefundSettings;
import fr.halle.payment.service.Refunds;
import fr.halle.portal.model.Settings;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Allocation;
import fr.halle.shared.model.Money;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cancels one merchant's whole part (M40, M47, M48): the part moves, what is left of each of its payments is asked back for the
 * customer, its unpaid balances are waived. All of it is one transaction; the money itself travels afterwards. No other part of the
 * order is read or written, but to count them.
 */
@Stateless
public class Cancellation {

    /** What is still the customer's to get back, payment by payment; a payment that brought no money gives none. */
    private static final String SHARES = """
            select s.id, s.gross_cents, s.fee_cents, s.tax_cents, s.refunded_cents, p.purpose, p.provider_id
              from payment_share s join payment p on p.id = s.payment_id
             where s.merchant_order_id = ? and s.gross_cents > s.refunded_cents and p.state in ('AUTHORISED', 'CAPTURED')
             order by s.payment_id, s.id
            """;

    @PersistenceContext(unitName = "halle")
    private EntityManager em;

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private FrozenSettings frozen;

    @Inject
    private MerchantOrderLifecycle lifecycle;

    @Inject
    private Refunds refunds;

    @Inject
    private Audit audit;

    @Inject
    private Event<BalanceMoved> balances;

    /** Amounts in cents. */
    private record Share(
            long id,
            long gross,
            long fee,
            long tax,
            long refunded,
            String purpose,
            @Nullable String reference) {

        static Share of(Row row) throws SQLException {
            return new Share(
                    row.number("id"),
                    row.number("gross_cents"),
                    row.number("fee_cents"),
                    row.number("tax_cents"),
                    row.number("refunded_cents"),
                    row.text("purpose"),
                    row.textOrNull("provider_id"));
        }

        long left() {
            return gross - refunded;
        }

        long restOf(long whole) {
            return whole - Allocation.partOf(whole, refunded, gross);
        }
    }

    /**
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow cancelling
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public CancellationEffect preview(long partId, Actor actor) {
        actor.must(Permission.CANCEL_ORDERS);
        MerchantOrder part = seen(partId, actor);
        Settings settings = frozen.of(part.orderId());
        List<Share> shares = sql.list(SHARES, Share::of, partId);
        long fees =
                shares.stream().mapToLong(share -> share.restOf(share.fee())).sum();
        long tax = shares.stream().mapToLong(share -> share.restOf(share.tax())).sum();
        return new CancellationEffect(
                partId,
                part.number(),
                part.state(),
                part.version(),
                lifecycle.availableTo(actor, partId).stream().anyMatch(MerchantOrderTransition::isCancellation),
                shares.stream()
                        .map(share -> new CancellationEffect.Back(
                                share.id(), share.purpose(), share.reference(), Money.euros(share.left())))
                        .toList(),
                settings.get(RefundSettings.MODE) == RefundSettings.Mode.MANUAL,
                Money.euros(settings.get(RefundSettings.FEES_ON_REFUND)
                        .returnedToMerchant(fees, FeesOnRefund.Fault.MERCHANT)),
                Money.euros(tax),
                Money.euros(unpaidBalances(partId)),
                part.slotStart(),
                (int) sql.number("select count(*) - 1 from merchant_order where order_id = ?", part.orderId()));
    }

    /**
     * Cancels the part as it was seen at {@code version}.
     *
     * @param reason required: the customer reads it in the notice of cancellation
     * @throws PartMoved when somebody moved it meanwhile
     * @throws fr.halle.shared.model.MoveRefused when it is too late for this actor (K1, M49)
     */
    public void cancel(long partId, int version, String reason, Actor actor) {
        MerchantOrder part = em.find(MerchantOrder.class, partId);
        boolean inError = part != null && part.state() == MerchantOrderState.ERROR;
        MerchantOrderTransition move = inError ? MerchantOrderTransition.CANCEL_ERROR : MerchantOrderTransition.CANCEL;
        lifecycle.apply(partId, version, move, actor, reason);
        for (Share share : sql.list(SHARES, Share::of, partId)) {
            refunds.request(share.id(), share.left(), reason.strip(), null, actor);
        }
        waiveBalances(partId);
    }

    /**
     * What of a part's refunds waits for its merchant or the operator to send it, in cents (K7).
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public long waitingRefunds(long partId, Actor actor) {
        return refunds.waitingOf(seen(partId, actor).id());
    }

    /**
     * Sends what waits.
     *
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public void sendRefunds(long partId, Actor actor) {
        actor.must(Permission.REFUND);
        MerchantOrder part = seen(partId, actor);
        refunds.send(part.id());
        if (actor.kind() == Actor.Kind.OPERATOR) {
            audit.writeOnBehalf(actor, part.merchantId(), "refund_sent", part.number(), "");
        } else {
            audit.write(actor, "refund_sent", part.number(), "");
        }
    }

    private MerchantOrder seen(long partId, Actor actor) {
        MerchantOrder part = em.find(MerchantOrder.class, partId);
        if (part == null || !sight.of(actor).holds(part.merchantId(), part.portalId())) {
            throw new PartUnknown();
        }
        return part;
    }

    private long unpaidBalances(long partId) {
        return sql.number(
                "select coalesce(sum(amount_cents), 0) from balance_due where merchant_order_id = ? and state = any (?)",
                partId,
                waivable());
    }

    private void waiveBalances(long partId) {
        List<Long> waived = sql.list(
                "update balance_due set state = ?, version = version + 1 where merchant_order_id = ? and state = any (?)"
                        + " returning id",
                row -> row.number("id"),
                BalanceDueTransition.WAIVE.to(),
                partId,
                waivable());
        waived.forEach(balance -> balances.fire(new BalanceMoved(balance, BalanceDueTransition.WAIVE)));
    }

    private static String[] waivable() {
        return BalanceDueTransition.WAIVE.from().stream().map(Enum::name).toArray(String[]::new);
    }
}
