package fr.halle.payout.service;

/** Why a merchant's available money does not leave. */
public enum PayoutBlock {
    NONE,
    /** M65: nowhere to send it. */
    NO_IBAN,
    /** The IBAN took another's place: its merchant has some days to object. */
    IBAN_FROZEN,
    /** The last one came back; the same IBAN would send it back again. */
    RETURNED,
    /** The provider refused the last one; the next night tries again, whose job may start a little earlier than the last one's. */
    FAILED,
    /** One is on its way: the next waits for it. */
    UNDER_WAY
}
