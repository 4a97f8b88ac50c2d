package fr.halle.notification.service;

/**
 * What may be sent again about a part.
 *
 * @param mails how many mails the customer got of it: its confirmations, or what tells that it was cancelled
 * @param cancelled which of both
 * @param balance whether the link to pay a stay's balance left and is still of use (M21)
 * @param recap whether the whole order in one mail is offered (K12)
 */
public record Resendable(int mails, boolean cancelled, boolean recap, boolean balance) {

    public boolean isAny() {
        return mails > 0 || recap || balance;
    }
}
