package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the messages.
 *
 * @param words part of a recipient or of a subject, or an order's number; empty for all
 * @param before only older ones than this id, for the next page
 */
public record MessageSearch(
        String words, @Nullable Channel channel, @Nullable Long before, int most) {

    private static final int PAGE = 40;

    public static MessageSearch of(String words, @Nullable Channel channel, @Nullable Long before) {
        return new MessageSearch(words.strip(), channel, before, PAGE);
    }
}
