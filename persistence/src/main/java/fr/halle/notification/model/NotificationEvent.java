package fr.halle.notification.model;

/** What is told; each has its letter in French and English. The name is what the column {@code notification.event} holds. */
public enum NotificationEvent {
    /** To the customer, one per prestation (C06): needs the line; without it one for the part, without a part one for all (K11). */
    ORDER_LINE_CONFIRMED,
    /** To the customer, when a merchant sends it: the whole order once more, all prestations in one mail (C28, M19). Needs the order. */
    ORDER_RECAP,
    /** To the merchant, its part only (M01, M03, M06); by mail and, where it asked for it, by SMS (M04, T08). Needs the part. */
    NEW_ORDER,
    /** To the customer: the part moved, its progress in the header (C14, M42). Needs the part; data: {@code to}. */
    PART_MOVED,
    /** To the customer: cancelled, and what comes back (K8, C15). Needs the part; data: {@code reason}. */
    PART_CANCELLED,
    /** To the customer: some prestations are cancelled, the others live on (K9). Needs the part; data: {@code lines}, {@code cents}, {@code reason}. */
    LINES_CANCELLED,
    /**
     * To the customer: what was cancelled, what replaces it, and the difference, paid by a link or given back (K10). The only letter of both,
     * and the new order's confirmation. Needs the new part; data: {@code replaced}, {@code was}, {@code carriedCents},
     * {@code refundedCents}, {@code reason}, {@code waits} where the difference has yet to be sent by somebody.
     */
    ORDER_REPLACED,
    /** To the merchant: the operator replaced something of its part for it (K10, K18). Needs the new part; data: the same, and {@code by}. */
    PART_REPLACED_ON_BEHALF,
    /** To the merchant: the operator cancelled some prestations for it (K9, K18). The same data, and {@code by}. */
    LINES_CANCELLED_ON_BEHALF,
    /** To the merchant: the operator cancelled its part for it (K18, O01). Needs the part; data: {@code reason}, {@code by}. */
    PART_CANCELLED_ON_BEHALF,
    /** To the merchant: the part waits to be accepted (O18). Needs the part; data: {@code end}, where it is cancelled then. */
    PART_UNACCEPTED,
    /** To the portal's operator: nobody has accepted the part (O18). Needs the part. */
    PART_ESCALATED,
    /** To the merchant: nobody accepted its part in time, and the customer gets the money back (O18). Needs the part. */
    PART_EXPIRED,
    /** To the merchant: the operator gave its customer money back for it (K18, M21). Needs the part; data: {@code amountCents}, {@code reason}, {@code by}. */
    REFUNDED_ON_BEHALF,
    /** To the merchant: the bank took back what its customer had paid (M15). Needs the part; data: {@code amountCents}. */
    PAYMENT_DISPUTED,
    /** To the merchant: it has its customer's money after all. Needs the part; the same data. */
    DISPUTE_WON,
    /** To the customer: the money is on its way to the bank. Needs the part; subject: the refund. */
    REFUND_SUCCEEDED,
    /** To the customer: paid although what was ordered had gone, and given back whole. Data: {@code amountCents}. */
    PAYMENT_RETURNED,
    /** To the customer: the link to pay a stay's balance (C07, T01). Subject: the balance. */
    BALANCE_LINK,
    /** To the customer: the same, once more. Subject: the balance. */
    BALANCE_REMINDER,
    /** To the customer: nothing is left to pay. Subject: the balance. */
    BALANCE_PAID,
    /** To the merchant: the customer paid the balance on line (M51). Needs the part; subject: the balance. */
    BALANCE_RECEIVED,
    /** To the merchant: the balance's day has passed, and what follows is the merchant's to decide (M51). Subject: the balance. */
    BALANCE_MISSED,
    /** To the customer: what is taken back, and when that was said (L221-21). Needs the part; data: {@code lines}, {@code at}. */
    WITHDRAWAL_RECEIVED,
    /** To the merchant: its customer takes something back. Needs the part; the same data. */
    WITHDRAWAL_ARRIVED,
    /** To the customer who lost the link to the order. Needs the order. */
    ORDER_LINK,
    /** To the merchant: money left for its bank (T04). Subject: the payout. */
    PAYOUT_SENT,
    /** To the merchant: its bank sent the money back. Subject: the payout. */
    PAYOUT_RETURNED,
    /** To the merchant: money waits for an IBAN. Needs the merchant; data: {@code amountCents}. */
    PAYOUT_BLOCKED,
    /** To the merchant: it is to be paid to another account. Needs the merchant; data: {@code end}, {@code by}, {@code until} (may be empty). */
    PAYOUT_IBAN_CHANGED,
    /** To the merchant: the operator ended the freeze that followed (K18). Needs the merchant; data: {@code by}, {@code reason}. */
    PAYOUT_UNFROZEN,
    /**
     * To the merchant at the address it had: an operator wrote another one down. That it does not arrive there is what was to be expected, and
     * no trouble. Needs the merchant; data: {@code by}.
     */
    MERCHANT_ADDRESS_CHANGED,
    /** To somebody who is to work for a merchant: a link to choose a password. Subject: the account's key; data: {@code name}, {@code role}. */
    TEAM_INVITATION,
    /** To who forgot the password: a link to choose another. Subject: the account's key; data: {@code name}. */
    PASSWORD_FORGOTTEN,
    /** To who has a new password, should it be somebody else who chose it. Data: {@code name}. */
    PASSWORD_CHANGED,
    /** To whose second factor was switched on or off, by whomever. Data: {@code name}, {@code what} (ON, OFF, RESET), {@code by}. */
    SECOND_FACTOR_CHANGED,
    /** To the merchant: the operator took somebody's second factor away (K18). Needs the merchant; data: {@code name}, {@code by}, {@code reason}. */
    SECOND_FACTOR_RESET_ON_BEHALF,
    /**
     * To whoever filled a contact form: it was received (C21, P08). Subject: the request; without one the data carries what was asked
     * ({@code desk}, {@code firstName} …), which is kept nowhere else and goes with the mail (P22).
     */
    CONTACT_ACKNOWLEDGED,
    /** To the desk, at the address of the object: somebody asked something (P07). Subject: the request. */
    CONTACT_ARRIVED,
    /**
     * To the desk, at the same address: its customer wrote again, on the page or by mail (C23, S01). Subject: the request; data:
     * {@code message}.
     */
    CUSTOMER_WROTE,
    /**
     * To the desk, at the same address: its customer accepted or declined a quote (C24). Subject: the request; data: {@code no},
     * {@code answer} (ACCEPTED, DECLINED), {@code reason} (may be empty).
     */
    QUOTE_ANSWERED,
    /** To a desk that works by mail: the whole of what was asked (P22). The data carries it. */
    CONTACT_FORWARDED,
    /** To whoever words a desk's contents: how it would look (P13). Data: {@code desk}, {@code kind}, {@code text}, {@code signature}. */
    CONTENT_TRIED,
    /** To the customer: what the desk answered in the conversation (C23). Subject: the request; data: {@code message}. */
    REQUEST_ANSWERED,
    /**
     * To the customer: a quote, or the request to pay one, as its writer worded it (C24, S22, S23). Subject: the request; data:
     * {@code subject}, {@code text}, {@code token}, {@code no}, {@code totalCents}, {@code dueNowCents}, {@code validUntil}.
     */
    QUOTE_SENT,
    /** To the customer: tomorrow is the quote's last day. The same subject and data, but for what was worded. */
    QUOTE_REMINDER;

    /** Whether a commercial desk writes it, or is written to about a request. */
    public boolean isOfDesk() {
        return switch (this) {
            case CONTACT_ACKNOWLEDGED,
                    CONTACT_ARRIVED,
                    CUSTOMER_WROTE,
                    QUOTE_ANSWERED,
                    CONTACT_FORWARDED,
                    CONTENT_TRIED,
                    REQUEST_ANSWERED,
                    QUOTE_SENT,
                    QUOTE_REMINDER -> true;
            default -> false;
        };
    }

    /** What its mail says in {@code Auto-Submitted} (RFC 3834), so that no program answers it. */
    public String submitted() {
        return switch (this) {
            case CONTACT_ACKNOWLEDGED -> "auto-replied";
            // A person wrote it, and waits for an answer.
            case REQUEST_ANSWERED -> "no";
            default -> "auto-generated";
        };
    }

    /** Whether its link opens an account: the mail that is kept has lost it. */
    public boolean opensAnAccount() {
        return this == TEAM_INVITATION || this == PASSWORD_FORGOTTEN;
    }

    /** Whether the merchant gets it: the operator speaks then, in the language of the merchant's account. */
    public boolean isForMerchant() {
        return switch (this) {
            case NEW_ORDER,
                    PART_CANCELLED_ON_BEHALF,
                    REFUNDED_ON_BEHALF,
                    PAYMENT_DISPUTED,
                    DISPUTE_WON,
                    PART_UNACCEPTED,
                    PART_EXPIRED,
                    LINES_CANCELLED_ON_BEHALF,
                    PART_REPLACED_ON_BEHALF,
                    BALANCE_RECEIVED,
                    BALANCE_MISSED,
                    WITHDRAWAL_ARRIVED,
                    PAYOUT_SENT,
                    PAYOUT_RETURNED,
                    PAYOUT_BLOCKED,
                    PAYOUT_IBAN_CHANGED,
                    PAYOUT_UNFROZEN,
                    SECOND_FACTOR_RESET_ON_BEHALF -> true;
            default -> false;
        };
    }
}
