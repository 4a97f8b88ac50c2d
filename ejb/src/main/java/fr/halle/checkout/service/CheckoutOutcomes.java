package fr.halle.checkout.service;

import fr.halle.payment.model.PaymentState;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;

/** Tells a customer who comes back from the provider what happened, as long as there is no order to show instead. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CheckoutOutcomes {

    @Inject
    private Sql sql;

    /** Empty for an unknown number, another portal's, or a token that is not its own. */
    public Optional<CheckoutOutcome> byToken(long portalId, String number, String token) {
        return OrderNumbers.parse(number)
                .flatMap(parsed -> sql.one(
                        "select k.*, p.state as payment_state, p.redirect_url, o.order_no as ordered_no,"
                                + " o.token as ordered_token from checkout k"
                                + " join payment p on p.checkout_id = k.id and p.purpose = 'ORDER'"
                                + " left join checkout o on o.cart_id = k.cart_id and o.state = 'PLACED' and o.id <> k.id"
                                + " where k.order_no = ? and k.portal_id = ?",
                        CheckoutOutcomes::outcome,
                        parsed.order(),
                        portalId))
                .filter(outcome -> Secrets.same(token, outcome.token()));
    }

    private static CheckoutOutcome outcome(Row row) throws SQLException {
        Long orderedNo = row.numberOrNull("ordered_no");
        CheckoutOutcome.Ordered ordered = orderedNo == null
                ? null
                : new CheckoutOutcome.Ordered(OrderNumbers.format(orderedNo), row.text("ordered_token"));
        CheckoutOutcome.State alone = state(row.text("state"), row.constant("payment_state", PaymentState.class));
        CheckoutOutcome.State state = ordered == null ? alone : besideAnOrder(alone);
        return new CheckoutOutcome(
                OrderNumbers.format(row.number("order_no")),
                row.text("token"),
                row.uuid("cart_id"),
                state,
                row.number("total_cents"),
                row.number("due_now_cents"),
                state == CheckoutOutcome.State.PAYING ? row.textOrNull("redirect_url") : null,
                row.instant("expires_at"),
                ordered);
    }

    /** Whose basket another attempt has ordered is told of that order, not of a basket that is gone. */
    static CheckoutOutcome.State besideAnOrder(CheckoutOutcome.State alone) {
        return switch (alone) {
            case REFUSED, ABANDONED, EXPIRED -> CheckoutOutcome.State.ALREADY_ORDERED;
            case GIVEN_BACK -> CheckoutOutcome.State.PAID_TWICE;
            case PAYING, WAITING, ALREADY_ORDERED, PAID_TWICE -> alone;
        };
    }

    static CheckoutOutcome.State state(String checkout, PaymentState payment) {
        boolean pending = checkout.equals("PENDING") || checkout.equals("PLACED");
        return switch (payment) {
            case REFUSED -> CheckoutOutcome.State.REFUSED;
            case ABANDONED -> CheckoutOutcome.State.ABANDONED;
            case UNKNOWN -> CheckoutOutcome.State.WAITING;
            case INITIATED -> pending ? CheckoutOutcome.State.WAITING : CheckoutOutcome.State.EXPIRED;
            case REDIRECTED -> pending ? CheckoutOutcome.State.PAYING : CheckoutOutcome.State.EXPIRED;
            case EXPIRED -> CheckoutOutcome.State.EXPIRED;
            case AUTHORISED, CAPTURED, VOIDED, DISPUTED ->
                pending ? CheckoutOutcome.State.WAITING : CheckoutOutcome.State.GIVEN_BACK;
        };
    }
}
