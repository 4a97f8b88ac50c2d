package fr.halle.payment.model;

/** What is paid: an order when it is placed, or the balance of a stay later (C07). */
public enum PaymentPurpose {
    ORDER,
    BALANCE
}
