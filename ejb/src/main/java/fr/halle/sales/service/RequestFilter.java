package fr.halle.sales.service;

import fr.halle.sales.model.RequestStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of requests is asked for (S25). Whose desk it is, is never part of it.
 *
 * @param client a piece of a name, an address or a number; accents and case do not count
 * @param objectId one of the desk's, null for all
 * @param stage null for all that {@code shown} lets through
 * @param categories any of these, all where it is empty
 * @param assignedTo somebody's account, {@link #NOBODY} for what is nobody's, null for all
 * @param words what was said in the conversation, as a search engine reads it
 */
public record RequestFilter(
        String client,
        @Nullable Long objectId,
        Shown shown,
        @Nullable RequestStage stage,
        List<Long> categories,
        @Nullable Long assignedTo,
        String words) {

    public static final long NOBODY = 0;
    public static final int LONGEST_TEXT = 100;
    public static final RequestFilter OPEN = new RequestFilter("", null, Shown.OPEN, null, List.of(), null, "");

    /** Which of them at all. */
    public enum Shown {
        /** Neither archived nor spam: what a list shows unless it is asked otherwise. */
        OPEN,
        UNREAD,
        /** Everything but spam. */
        ALL,
        SPAM
    }

    public RequestFilter {
        categories = List.copyOf(categories);
    }
}
