package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The order button. A second press with the same key and the same words is answered like the first, even when by then the basket
 * is an order and nothing of it could be ordered again; the earlier answer is looked for only when the usual way is barred, so
 * that the usual way costs nothing for it.
 */
@Service
public class Ordering {

    @Inject
    private Drafts drafts;

    @Inject
    private Checkouts checkouts;

    @Inject
    private Sql sql;

    /**
     * @param key names the press: a repeated one must have the same
     * @param language of the order; null for the cart's own
     * @param returnBase scheme, host and port the customer came by
     */
    public record Press(
            long portalId,
            UUID cartId,
            String key,
            CheckoutForm form,
            @Nullable String language,
            String returnBase,
            PaymentMethod method) {}

    private record Earlier(OrderDraft draft, PaymentMethod method) {}

    /**
     * @throws CheckoutRefused with everything that is in the way
     * @throws IdempotencyKeyReused when the key was used with other words, or for what the basket was before it changed
     * @throws CapacityShort, SlotTaken when somebody was faster; nothing is charged
     */
    public CheckoutStarted press(Press press) {
        try {
            OrderDraft draft = drafts.make(press.portalId(), press.cartId(), press.form(), press.language());
            return checkouts.start(press.cartId(), press.key(), draft, press.returnBase(), press.method());
        } catch (IdempotencyKeyReused changed) {
            // The basket is another than the one that was ordered under this key.
            throw changed;
        } catch (BusinessException barred) {
            return earlier(press).orElseThrow(() -> barred);
        }
    }

    /** What was typed when this cart was last tried to be ordered, so that nobody types it again after a refused card; not for ever. */
    public Optional<Customer> lastTyped(long portalId, UUID cartId) {
        return sql.one(
                        "select draft from checkout where cart_id = ? and portal_id = ? and forgotten_at is null"
                                + " order by id desc limit 1",
                        row -> Json.read(row.text("draft"), OrderDraft.class),
                        cartId,
                        portalId)
                .map(OrderDraft::customer);
    }

    private Optional<CheckoutStarted> earlier(Press press) {
        Optional<Earlier> earlier = sql.one(
                "select k.draft, p.method from checkout k join payment p on p.checkout_id = k.id and p.purpose = 'ORDER'"
                        + " where k.cart_id = ? and k.portal_id = ? and k.idempotency_key = ? and k.forgotten_at is null",
                row -> new Earlier(
                        Json.read(row.text("draft"), OrderDraft.class), row.constant("method", PaymentMethod.class)),
                press.cartId(),
                press.portalId(),
                press.key());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        if (!sameWords(earlier.get(), press)) {
            throw new IdempotencyKeyReused();
        }
        return checkouts.answered(press.cartId(), press.key());
    }

    private static boolean sameWords(Earlier earlier, Press press) {
        List<FieldError> ignored = new ArrayList<>();
        Customer customer = new CustomerCheck(ignored).read(press.form().customer(), false);
        Set<AcceptedTerms> accepted = Set.copyOf(press.form().terms());
        Set<AcceptedTerms> kept = earlier.draft().terms().stream()
                .map(terms -> new AcceptedTerms(terms.termsVersionId(), terms.sha256()))
                .collect(Collectors.toSet());
        CheckoutForm.Sums seen = press.form().seen();
        boolean sameSums = seen == null
                || seen.equals(new CheckoutForm.Sums(
                        earlier.draft().totalCents(), earlier.draft().dueNowCents()));
        boolean sameMethod = earlier.method() == press.method() || earlier.method() == PaymentMethod.FREE;
        return sameSums && sameMethod && customer.equals(earlier.draft().customer()) && accepted.containsAll(kept);
    }
}
