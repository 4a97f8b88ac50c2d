package fr.halle.sales.model;

/** The contents of mails that a desk words itself (P08–P10); the legal footer is not among them (P11, K27). */
public enum MailContentKind {
    /** "Contact - Accusé de réception" (C21, P08). */
    ACKNOWLEDGEMENT,
    SIGNATURE,
    /** "Envoi de devis". */
    QUOTE,
    /** "Demande de paiement". */
    PAYMENT_REQUEST
}
