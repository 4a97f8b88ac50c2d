package fr.halle.payment.model;

import fr.halle.shared.model.LifecycleState;

/** Where a payment stands, in the provider's answers to our questions (M15). */
public enum PaymentState implements LifecycleState {
    /** Its id is stored; the provider may not know it yet. */
    INITIATED,
    /** The customer is at the provider's page. */
    REDIRECTED,
    /** À télécollecter: the money is held, not taken. */
    AUTHORISED,
    /** Collecté: the money is taken and split. */
    CAPTURED,
    /** The bank said no. */
    REFUSED,
    /** The customer left without paying. */
    ABANDONED,
    /** Too late to pay, or to collect. */
    EXPIRED,
    /** The authorisation was given back before collection. */
    VOIDED,
    /** No answer came: a job asks again. */
    UNKNOWN,
    /** The customer contests it at the bank (chargeback). */
    DISPUTED;

    @Override
    public boolean isTerminal() {
        return this == REFUSED || this == VOIDED;
    }
}
