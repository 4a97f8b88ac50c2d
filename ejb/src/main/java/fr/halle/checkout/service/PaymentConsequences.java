package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.FrozenCheckout.State;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.NewNotification;
import fr.halle.notification.service.Notifications;
import fr.halle.payment.model.PaymentPurpose;
import fr.halle.payment.service.PaymentMove;
import fr.halle.payment.service.PaymentRow;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payment's move does to its checkout, in the same transaction: accepted, it is placed; refused, abandoned or expired, what
 * it held is free again. Accepted too late, it is placed if everything is still to come and can be had; else the whole payment goes back.
 */
@Service
public class PaymentConsequences {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Claims claims;

    @Inject
    private CheckoutEnding ending;

    @Inject
    private OrderPlacement placement;

    @Inject
    private Notifications notifications;

    @Inject
    private Event<QuotePaid> quotes;

    void moved(@Observes PaymentMove move) {
        PaymentRow payment = move.payment();
        Long checkoutId = payment.checkoutId();
        if (payment.purpose() != PaymentPurpose.ORDER || checkoutId == null || payment.orderId() != null) {
            return;
        }
        switch (move.transition()) {
            case AUTHORISE, CAPTURE -> accepted(move, checkoutId);
            case REFUSE, ABANDON -> ending.fail(checkoutId);
            case EXPIRE -> ending.expire(checkoutId);
            case VOID -> tellReturned(payment.id(), checkoutId);
            case REDIRECT, TIME_OUT, DISPUTE, WIN_DISPUTE, RESUME -> {
                // The customer is still paying, or there is no order to change.
            }
        }
    }

    private void accepted(PaymentMove move, long checkoutId) {
        FrozenCheckout known = move.known(FrozenCheckout.class);
        FrozenCheckout checkout = known == null ? FrozenCheckout.lock(sql, checkoutId) : known;
        boolean late = checkout.state() == State.FAILED || checkout.state() == State.EXPIRED;
        if (checkout.state() == State.PLACED || isQuoteGone(checkout) || (late && !hadAgain(checkout))) {
            move.goesBack();
            return;
        }
        move.becomes(placement.place(move.writes(), checkout, move.payment().id()));
        if (known == null) {
            move.writes()
                    .update(
                            "update checkout set state = 'PLACED', ended_at = ? where id = ?",
                            clock.instant(),
                            checkoutId);
        }
    }

    private boolean isQuoteGone(FrozenCheckout checkout) {
        Long quote = checkout.draft().quoteId();
        if (quote == null) {
            return false;
        }
        QuotePaid paid = new QuotePaid(quote);
        quotes.fire(paid);
        return paid.isRefused();
    }

    /**
     * What began meanwhile is gone as what was sold: nobody fetches yesterday's oysters (C11). Nor is there an order for somebody whose
     * name was forgotten.
     */
    private boolean hadAgain(FrozenCheckout checkout) {
        return !isForgotten(checkout) && !hasBegun(checkout.draft()) && claimedAgain(checkout);
    }

    private static boolean isForgotten(FrozenCheckout checkout) {
        return checkout.draft().customer().equals(OrderDraft.Customer.NOBODY);
    }

    private boolean hasBegun(OrderDraft draft) {
        return draft.parts().stream()
                .anyMatch(part -> isOver(part.slotStart())
                        || part.lines().stream().anyMatch(line -> isOver(line.startsAt()) || isOver(line.startsOn())));
    }

    private boolean isOver(@Nullable Instant start) {
        return start != null && !start.isAfter(clock.instant());
    }

    private boolean isOver(@Nullable LocalDate day) {
        return day != null && day.isBefore(clock.today());
    }

    /** Takes everything again, from a newer checkout of the same cart too; or nothing. */
    private boolean claimedAgain(FrozenCheckout checkout) {
        if (checkout.cartOrdered()) {
            return false;
        }
        List<Long> newer = sql.list(
                "select id from checkout where cart_id = ? and state = 'PENDING' order by id for no key update",
                row -> row.number("id"),
                checkout.cartId());
        sql.update("savepoint before_claiming_again");
        claims.lock(checkout.draft(), newer);
        newer.forEach(ending::supersede);
        Pipeline pipeline = sql.pipeline();
        Claims.Taking taking = claims.take(pipeline, checkout.id(), checkout.draft());
        pipeline.run();
        if (taking.isComplete()) {
            return true;
        }
        sql.update("rollback to savepoint before_claiming_again");
        return false;
    }

    /** The money is on its way back: the customer learns it from us, not from the bank; unless we know no address any more. */
    private void tellReturned(long paymentId, long checkoutId) {
        FrozenCheckout checkout = FrozenCheckout.lock(sql, checkoutId);
        if (isForgotten(checkout)) {
            return;
        }
        String number = OrderNumbers.format(checkout.orderNo());
        Map<String, String> data = new HashMap<>();
        data.put("amountCents", Long.toString(checkout.dueNowCents()));
        data.put("number", number);
        paidBefore(checkout).ifPresent(order -> data.put("paid", order));
        notifications.queue(new NewNotification(
                checkout.portalId(),
                Channel.MAIL,
                NotificationEvent.PAYMENT_RETURNED,
                "returned:" + number + ":" + paymentId,
                checkout.draft().customer().email(),
                checkout.draft().language(),
                null,
                null,
                null,
                paymentId,
                null,
                data));
    }

    /** The order that the same basket or quote had become. */
    private Optional<String> paidBefore(FrozenCheckout checkout) {
        return sql.one(
                "select order_no from checkout where cart_id = ? and state = 'PLACED' order by id limit 1",
                row -> OrderNumbers.format(row.number("order_no")),
                checkout.cartId());
    }
}
