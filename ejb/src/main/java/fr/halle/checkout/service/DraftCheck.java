package fr.halle.checkout.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.checkout.model.OrderDraft.Terms;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Secrets;
import java.time.Instant;
import java.util.List;

/** What must hold of a draft before anything is promised for it, and what makes two requests the same. */
final class DraftCheck {

    private static final ObjectWriter SORTED =
            Json.MAPPER.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private DraftCheck() {}

    /**
     * Total = Σ lines + shipping, what is due now and later is the whole, tourist tax lies within it (K29).
     *
     * @throws DraftOutOfBalance naming the first line that does not add up
     */
    static void balances(OrderDraft draft) {
        if (draft.parts().isEmpty()) {
            throw new DraftOutOfBalance(0);
        }
        for (Part part : draft.parts()) {
            if (part.shippingCents() < 0 || part.lines().isEmpty()) {
                throw new DraftOutOfBalance(0);
            }
            for (Line line : part.lines()) {
                if (!balances(line)) {
                    throw new DraftOutOfBalance(line.no());
                }
            }
        }
    }

    private static boolean balances(Line line) {
        Balance balance = line.balance();
        long later = balance == null ? 0 : balance.cents();
        long taxLater = balance == null ? 0 : balance.taxCents();
        long taxNow = line.taxCents() - taxLater;
        return line.quantity() > 0
                && line.totalCents() >= 0
                && line.dueNowCents() >= 0
                && (balance == null || later > 0)
                && line.dueNowCents() + later == line.totalCents()
                && taxLater >= 0
                && taxLater <= later
                && taxNow >= 0
                && taxNow <= line.dueNowCents();
    }

    /**
     * The method that pays what is due now; nothing due is FREE whatever was asked.
     *
     * @throws MethodRefused for INSTANT where it is not allowed, or FREE where something is due
     */
    static PaymentMethod method(OrderDraft draft, PaymentMethod asked, boolean instantAllowed) {
        if (draft.dueNowCents() == 0) {
            return PaymentMethod.FREE;
        }
        if (asked == PaymentMethod.FREE || (asked == PaymentMethod.INSTANT && !instantAllowed)) {
            throw new MethodRefused(asked);
        }
        return asked;
    }

    /** The same for two presses of one button: when exactly the terms were ticked, and over which network, is left out. */
    static String fingerprint(OrderDraft draft, PaymentMethod method) {
        List<Terms> terms = draft.terms().stream()
                .map(t -> new Terms(t.merchantId(), t.termsVersionId(), t.sha256(), Instant.EPOCH, ""))
                .toList();
        OrderDraft comparable = new OrderDraft(
                draft.customer(), draft.language(), draft.parts(), terms, draft.settings(), draft.quoteId());
        try {
            return Secrets.sha256Hex(method + SORTED.writeValueAsString(comparable));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: a draft", e);
        }
    }
}
