package fr.halle.checkout.service;

import fr.halle.cart.service.CartUnknown;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.FrozenCheckout.Contact;
import fr.halle.checkout.service.FrozenCheckout.State;
import fr.halle.order.model.Why;
import fr.halle.order.service.ReplacedPart;
import fr.halle.order.service.Replacing;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.payment.service.CarriedShares;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Writes what replaces a part, in the caller's transaction: locks in the order in which everybody takes them (part, basket, slots and
 * places, payments), what was is called off, its places go to whoever is first (the new order's claims are checked like any other's),
 * the money follows, and each side is told of the other.
 */
@Service
class ReplacementOrders {

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private Claims claims;

    @Inject
    private OrderPlacement placement;

    @Inject
    private Replacing replacing;

    @Inject
    private CarriedShares shares;

    @Inject
    private ReplacementMoney money;

    @Inject
    private ReplacementNews news;

    /** @return the new part's number */
    String write(ReplacedPart held, UUID cartId, OrderDraft draft, Coverage coverage, Why why, Actor actor) {
        FrozenCheckout checkout = frozen(held, cartId, draft);
        claims.lock(draft, List.of(sql.number("select checkout_id from customer_order where id = ?", held.orderId())));
        shares.hold(held.partId(), held.merchantId());
        replacing.callOff(held, why, actor);
        ReplacementMoney.Division division =
                money.giveBack(held, coverage, replacing.sentence(held.partId(), why), actor);
        long order = place(checkout, actor);
        long partId = sql.number("select id from merchant_order where order_id = ?", order);
        Replacement done = new Replacement(
                ids.next(), held, partId, OrderNumbers.format(checkout.orderNo(), 1), order, coverage, why, actor);
        write(done);
        money.carry(done, division);
        news.tell(done, division.waits());
        return done.number();
    }

    /** One basket is one order: who comes second finds it ordered. */
    private FrozenCheckout frozen(ReplacedPart held, UUID cartId, OrderDraft draft) {
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<String> cart = pipeline.list(
                "select state from cart where id = ? for no key update", row -> row.text("state"), cartId);
        Pipeline.Answer<Long> orderNo =
                pipeline.list("select nextval('order_number') as order_no", row -> row.number("order_no"));
        Pipeline.Answer<Contact> merchants = Contact.ask(pipeline, new Long[] {held.merchantId()});
        pipeline.run();
        if (cart.rows().isEmpty()) {
            throw new CartUnknown();
        }
        if (cart.only().equals("ORDERED")) {
            throw new CartOrdered();
        }
        DraftCheck.balances(draft);
        return new FrozenCheckout(
                ids.next(),
                held.portalId(),
                cartId,
                orderNo.only(),
                Secrets.token(),
                State.PLACED,
                false,
                draft,
                draft.totalCents(),
                draft.dueNowCents(),
                Contact.byId(merchants.rows()));
    }

    /** @throws CapacityShort, SlotTaken when somebody was faster */
    private long place(FrozenCheckout checkout, Actor actor) {
        Instant now = clock.instant();
        Pipeline pipeline = sql.pipeline();
        pipeline.update(
                "insert into checkout (id, portal_id, cart_id, idempotency_key, request_sha256, order_no, token_hash, token,"
                        + " state, draft, total_cents, due_now_cents, created_at, expires_at, ended_at)"
                        + " values (?, ?, ?, 'replacement', ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)",
                checkout.id(),
                checkout.portalId(),
                checkout.cartId(),
                DraftCheck.fingerprint(checkout.draft(), PaymentMethod.FREE),
                checkout.orderNo(),
                Secrets.sha256(checkout.token()),
                checkout.token(),
                checkout.state(),
                Json.write(checkout.draft()),
                checkout.totalCents(),
                checkout.dueNowCents(),
                now,
                now,
                now);
        Claims.Taking taking = claims.take(pipeline, checkout.id(), checkout.draft());
        long order = placement.place(pipeline, checkout, OrderPlacement.Occasion.replacement(actor));
        pipeline.run();
        taking.check();
        return order;
    }

    private void write(Replacement done) {
        Actor actor = done.actor();
        boolean onBehalf = actor.kind() == Actor.Kind.OPERATOR;
        sql.update(
                "insert into substitution (id, from_part_id, to_part_id, whole, carried_cents, refunded_cents, actor_kind,"
                        + " actor_name, on_behalf, reason_code, reason, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                done.id(),
                done.held().partId(),
                done.partId(),
                done.held().isWhole(),
                done.coverage().part().dueNowCents(),
                done.coverage().backCents(),
                actor.kind(),
                actor.name(),
                onBehalf,
                done.why().reason(),
                done.why().wordsOrNull(),
                clock.instant());
        for (long line : done.held().lines()) {
            sql.update("insert into substitution_line (substitution_id, line_id) values (?, ?)", done.id(), line);
        }
        for (ReplacedPart.Paid paid : done.held().paid()) {
            if (paid.lineId() != null) {
                sql.update(
                        "insert into substitution_line (substitution_id, line_id, share_id, cents, tax_cents) values (?, ?, ?, ?, ?)",
                        done.id(),
                        paid.lineId(),
                        paid.shareId(),
                        paid.cents(),
                        paid.taxCents());
            }
        }
        if (!onBehalf) {
            // Who writes a part does not have it announced to himself (M52).
            sql.update("update merchant_order set seen_at = ? where id = ?", clock.instant(), done.partId());
        }
    }
}
