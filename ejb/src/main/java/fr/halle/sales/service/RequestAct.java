package fr.halle.sales.service;

/** What can be done to a request, as its history tells it (S03); the words are in the bundles under {@code sales.act.<name>}. */
public enum RequestAct {
    OPENED,
    ACKNOWLEDGED,
    ANSWERED,
    WROTE,
    NOTED,
    READ,
    ASSIGNED,
    CATEGORISED,
    DATES_CHANGED,
    DETAILS_CHANGED,
    ARCHIVED,
    UNARCHIVED,
    SPAM,
    NOT_SPAM,
    BOUNCED,
    /** A file that came by mail is larger than what is kept here: it stays in the mailbox. */
    FILE_LEFT,
    PRESTATION_ADDED,
    PRESTATION_REMOVED,
    /** It cannot be had at the new dates of the stay. */
    PRESTATION_LOST,
    QUOTE_SENT,
    QUOTE_OPENED,
    QUOTE_VOIDED,
    QUOTE_EXPIRED,
    QUOTE_DECLINED,
    QUOTE_ACCEPTED,
    PAYMENT_ASKED,
    PAID,
    PAYMENT_REFUSED,
    PAYMENT_RETURNED,
    DONE,
    UNDONE,
    PUSHED
}
