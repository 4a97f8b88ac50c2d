package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param readAt when the other side opened it, null where it has not
 * @param auto a machine wrote it: an absence, an acknowledgement
 * @param quoted what a mail repeated of those before it
 * @param bouncedAt when we learnt that it did not arrive, null where nothing says so
 */
public record SaidMessage(
        long id,
        MessageSide side,
        MessageSource source,
        String author,
        String body,
        Instant at,
        @Nullable Instant readAt,
        boolean auto,
        String quoted,
        @Nullable Instant bouncedAt,
        List<RequestFile> files) {

    public SaidMessage {
        files = List.copyOf(files);
    }

    public boolean isOurs() {
        return side == MessageSide.DESK;
    }

    public boolean isNote() {
        return side == MessageSide.NOTE;
    }

    /** The customer said it, and nobody of the desk had opened it. */
    public boolean isNew() {
        return side == MessageSide.CUSTOMER && readAt == null && !auto;
    }
}
