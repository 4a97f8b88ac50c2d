package fr.halle.order.model;

/** What a move of a part sends to its customer. */
public enum CustomerMessage {
    /** The mail of the new state, its progress in the header (C14, M42). */
    MAIL,
    /** The notice of cancellation and refund, which the portal may switch off (K8). */
    REFUND_NOTICE,
    NONE
}
