package fr.halle.payment.service;

/**
 * Something about a payment that asking again may not mend; fired in the transaction that heard it.
 *
 * @param words the provider's, or the amount that it names
 */
public record PaymentTroubled(long paymentId, Kind kind, String words) {

    /** What is wrong. */
    public enum Kind {
        /** It is to go back whole, and the provider does not give it back. */
        NOT_GIVEN_BACK,
        /** The provider holds another amount than was asked for. */
        ANOTHER_AMOUNT,
        /** The cardholder's bank has taken it back. */
        DISPUTED
    }
}
