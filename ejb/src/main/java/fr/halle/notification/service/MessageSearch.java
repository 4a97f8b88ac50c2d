package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the messages.
 *
 * @param words part of a recipient or of a subject, or an order's number; empty for all
 * @param undelivered only what was given up, of this sort; null for everything
 * @param before only older ones than this id, for the next page
 */
public record MessageSearch(
        String words,
        @Nullable Channel channel,
        @Nullable Long before,
        int most,
        @Nullable Undelivered undelivered) {

    /** Why something was given up. */
    public enum Undelivered {
        /** The recipient was refused. */
        BOUNCED,
        /** Anything else, such as a server that did not take it for days. */
        DEAD
    }

    private static final int PAGE = 40;

    public static MessageSearch of(String words, @Nullable Channel channel, @Nullable Long before) {
        return new MessageSearch(words.strip(), channel, before, PAGE, null);
    }

    /** The same, among what did not reach its recipient. */
    public MessageSearch only(@Nullable Undelivered sort) {
        return new MessageSearch(words, channel, before, most, sort);
    }
}
