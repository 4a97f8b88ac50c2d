package fr.halle.order.service;

import fr.halle.ledger.model.AccountType;
import fr.halle.payment.model.PaymentState;
import fr.halle.payment.model.RefundState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money that came or went for one part (M14–M16): this merchant's share of a payment, or a refund of it. Amounts are cents;
 * a refund's are negative.
 *
 * @param payment its status, null for a refund
 * @param refund its status, null for a payment
 * @param purpose ORDER or BALANCE
 * @param feeCents what the platform kept of it, or gave back
 * @param taxCents tourist tax within it
 * @param reference the provider's
 * @param carried where it came from or went to without travelling: the number of the part that this one replaces, or is replaced by (K10)
 * @param threeDs how the bank knew its customer, as the provider says it
 * @param requestedBy whose name asked for the refund, null for a payment
 * @param booked what the journal says of it on this merchant's own accounts, oldest first; another merchant's are not in it
 */
public record Transaction(
        long id,
        Instant at,
        @Nullable PaymentState payment,
        @Nullable RefundState refund,
        String purpose,
        String method,
        long cents,
        long feeCents,
        long taxCents,
        @Nullable String reference,
        @Nullable String threeDs,
        @Nullable String reason,
        @Nullable Instant authorisedAt,
        @Nullable Instant capturedAt,
        @Nullable Instant transferredAt,
        @Nullable String carried,
        @Nullable String requestedBy,
        List<Booked> booked) {

    /** @param cents what the account gained, negative where it lost */
    public record Booked(Instant at, String event, AccountType account, long cents) {}

    public Transaction {
        booked = List.copyOf(booked);
    }

    public boolean isRefund() {
        return refund != null;
    }

    /** The key of its word: à télécollecter, collecté, remboursée … (M15). */
    public String stateKey() {
        return payment != null ? payment.key() : refund != null ? refund.key() : "";
    }

    /** AUTHORISED, CAPTURED, SUCCEEDED … */
    public String stateName() {
        return payment != null ? payment.name() : refund != null ? refund.name() : "";
    }

    public long netCents() {
        return cents - feeCents - taxCents;
    }

    boolean isPaid() {
        return payment == PaymentState.AUTHORISED
                || payment == PaymentState.CAPTURED
                || payment == PaymentState.DISPUTED;
    }

    boolean isGivenBack() {
        return refund != null && refund != RefundState.FAILED;
    }
}
