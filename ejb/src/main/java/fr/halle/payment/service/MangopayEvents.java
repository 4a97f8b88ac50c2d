package fr.halle.payment.service;

import fr.halle.payment.service.ProviderReference.Kind;
import java.util.List;

/** Mangopay's kinds of events: which of them we wish to be told, and what each is about. */
final class MangopayEvents {

    static final List<String> FOLLOWED = List.of(
            "PAYIN_NORMAL_SUCCEEDED",
            "PAYIN_NORMAL_FAILED",
            "PAYIN_REFUND_SUCCEEDED",
            "PAYIN_REFUND_FAILED",
            "TRANSFER_REFUND_SUCCEEDED",
            "TRANSFER_REFUND_FAILED",
            "PAYOUT_NORMAL_SUCCEEDED",
            "PAYOUT_NORMAL_FAILED",
            "PAYOUT_REFUND_SUCCEEDED",
            "DISPUTE_CREATED",
            "DISPUTE_CLOSED");

    private MangopayEvents() {}

    static Kind kindOf(String eventType) {
        if (eventType.startsWith("PAYIN_NORMAL_")) {
            return Kind.PAYMENT;
        }
        if (eventType.startsWith("PAYIN_REFUND_") || eventType.startsWith("TRANSFER_REFUND_")) {
            return Kind.REFUND;
        }
        if (eventType.startsWith("TRANSFER_NORMAL_")) {
            return Kind.TRANSFER;
        }
        if (eventType.startsWith("PAYOUT_REFUND_")) {
            return Kind.PAYOUT_RETURN;
        }
        if (eventType.startsWith("PAYOUT_NORMAL_")) {
            return Kind.PAYOUT;
        }
        return eventType.startsWith("DISPUTE_") ? Kind.DISPUTE : Kind.OTHER;
    }
}
