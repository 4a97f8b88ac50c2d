package fr.halle.notification.service;

/**
 * What may be sent again about a part.
 *
 * @param mails how many mails the customer got of it: its confirmations, or what tells that it was cancelled
 * @param cancelled which of both
 * @param recap whether the whole order in one mail is offered (K12)
 */
public record Resendable(int mails, boolean cancelled, boolean recap) {

    public boolean isAny() {
        return mails > 0 || recap;
    }
}
