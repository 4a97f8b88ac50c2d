package fr.halle.sales.service;

import fr.halle.sales.model.RequestSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as its page shows it (S03).
 *
 * @param version of what the desk may change of it: not of its messages
 * @param chosen the category that the customer named, null where none was
 * @param orders how many orders the same address placed with whose desk this is
 */
public record RequestDetail(
        RequestRow row,
        SalesDesk desk,
        String firstName,
        String lastName,
        RequestSource source,
        String page,
        String language,
        @Nullable Long objectId,
        @Nullable Long categoryId,
        RequestRow.@Nullable Label chosen,
        @Nullable Long assignedTo,
        @Nullable Integer adults,
        @Nullable Integer children,
        boolean archived,
        boolean spam,
        int version,
        long orders,
        @Nullable Instant lastOrderAt,
        List<SaidMessage> messages,
        List<RequestEvent> events) {

    public RequestDetail {
        messages = List.copyOf(messages);
        events = List.copyOf(events);
    }

    public long id() {
        return row.id();
    }

    /** How many messages the page shows: an answer is given to these and none later. */
    public int said() {
        return messages.size();
    }

    /** The newest of them, 0 where there is none. */
    public long lastMessage() {
        return messages.isEmpty() ? 0 : messages.get(messages.size() - 1).id();
    }
}
