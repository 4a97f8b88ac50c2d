package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import org.jspecify.annotations.Nullable;

/**
 * A message as it leaves. What is sent is what is kept: a mail as its letter, an SMS as its text.
 *
 * @param id of the row; the mail's Message-ID is made of it, so that a mail that goes twice is seen to be one
 * @param sender the name beside the platform's address
 * @param replyTo the merchant's address in what a customer gets
 * @param letter null in an SMS
 * @param text null in a mail
 * @param submitted the mail's {@code Auto-Submitted} (RFC 3834)
 */
record Rendered(
        long id,
        Channel channel,
        String recipient,
        String sender,
        @Nullable String replyTo,
        @Nullable String subject,
        @Nullable Letter letter,
        @Nullable String text,
        String submitted) {

    /** As it is kept where it left the house with a link that opens an account: the link is its recipient's alone. */
    Rendered withoutLink() {
        return new Rendered(
                id,
                channel,
                recipient,
                sender,
                replyTo,
                subject,
                letter == null ? null : letter.withoutLink(),
                text,
                submitted);
    }

    /** As it is kept where nothing of it may be kept but that it was sent (P22). */
    Rendered withoutWords() {
        return new Rendered(
                id,
                channel,
                recipient,
                sender,
                null,
                subject,
                letter == null ? null : letter.emptied(),
                text,
                submitted);
    }
}
