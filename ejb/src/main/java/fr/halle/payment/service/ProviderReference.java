package fr.halle.payment.service;

/** What a notification is about: never a state. */
public record ProviderReference(Kind kind, String id) {

    public enum Kind {
        PAYMENT,
        /** Of a pay-in or of a transfer. */
        REFUND,
        TRANSFER,
        PAYOUT,
        /** A payout that came back from the bank. */
        PAYOUT_RETURN,
        DISPUTE,
        OTHER
    }
}
