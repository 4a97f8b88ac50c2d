package fr.halle.checkout.service;

import fr.halle.payment.service.Payments;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A customer comes back from the provider's page: the provider is asked, whatever the address says. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CustomerReturns {

    private static final Logger LOG = Logger.getLogger(CustomerReturns.class.getName());
    private static final String WHERE = "select coalesce(k.order_no, o.order_no) as order_no, k.token as order_token,"
            + " b.token as balance_token, case when k.state <> 'PLACED' then (k.draft ->> 'quoteId')::bigint end as quote_id,"
            + " p.return_key is not null as given_back from payment p left join checkout k on k.id = p.checkout_id"
            + " left join balance_due b on b.id = p.balance_id left join customer_order o on o.id = b.order_id where p.id = ?";

    @Inject
    private Sql sql;

    @EJB
    private Payments payments;

    /**
     * Which private page says what became of the payment.
     *
     * @param token of the order, or of the balance where one was paid
     * @param quoteId the quote that was to be paid, where this payment made no order of it
     * @param givenBack whether it was accepted and goes back whole
     */
    public record Destination(
            String orderNumber,
            String token,
            boolean balance,
            @Nullable Long quoteId,
            boolean givenBack) {}

    /** Empty for a reference that is no payment's. */
    public Optional<Destination> back(UUID reference) {
        Optional<Long> payment = payments.byReference(reference);
        payment.ifPresent(this::ask);
        return payment.flatMap(id -> sql.one(
                WHERE,
                row -> {
                    String balance = row.textOrNull("balance_token");
                    return new Destination(
                            OrderNumbers.format(row.number("order_no")),
                            balance == null ? row.text("order_token") : balance,
                            balance != null,
                            row.numberOrNull("quote_id"),
                            row.flag("given_back"));
                },
                id));
    }

    /** The page says what is known, also when nothing new could be learnt now. */
    private void ask(long paymentId) {
        try {
            payments.refresh(paymentId);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "Payment " + paymentId + " could not be brought forward");
        }
    }
}
