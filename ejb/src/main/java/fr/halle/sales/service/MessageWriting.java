package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where a message is written down, with its files and with what follows from it for its request. */
@Service
class MessageWriting {

    static final int LONGEST = 20_000;

    private static final String HIDDEN = "[\\p{Cc}\\u2028\\u2029&&[^\\n\\t]]|[\\u202a-\\u202e\\u2066-\\u2069]";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private RequestFiles files;

    /**
     * @param authorId the account of somebody of the desk, null for a customer
     * @param mailId the mail it came by
     */
    record NewMessage(
            long requestId,
            MessageSide side,
            MessageSource source,
            @Nullable Long authorId,
            String author,
            String text,
            String quoted,
            boolean auto,
            @Nullable String mailId,
            List<NewFile> attached) {}

    /** As it is kept: without what a reader would not see. */
    static String clean(String text) {
        return text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .replaceAll(HIDDEN, "")
                .strip();
    }

    /**
     * @return what is to be written
     * @throws MessageRefused when there is nothing, or too much
     */
    static String checked(String text, List<NewFile> attached) {
        String clean = clean(text);
        if (clean.isEmpty() && attached.isEmpty()) {
            throw new MessageRefused(MessageRefused.EMPTY);
        }
        if (clean.length() > LONGEST) {
            throw new MessageRefused(MessageRefused.LONG, LONGEST);
        }
        return clean;
    }

    /** @return the message's id */
    long write(NewMessage message) {
        files.check(message.attached());
        long id = ids.next();
        Instant now = clock.instant();
        sql.update(
                "insert into request_message (id, request_id, desk_id, side, author_id, author, body, at, source, mail_id, auto, quoted)"
                        + " select ?, r.id, r.desk_id, ?, ?, ?, ?, ?, ?, ?, ?, ? from sales_request r where r.id = ?",
                id,
                message.side(),
                message.authorId(),
                message.author(),
                message.text(),
                now,
                message.source(),
                message.mailId(),
                message.auto(),
                message.quoted(),
                message.requestId());
        files.keep(message.requestId(), id, message.attached());
        tellRequest(message, now);
        return id;
    }

    /** A customer who writes again brings an archived request back; a machine that answers does not. */
    private void tellRequest(NewMessage message, Instant now) {
        if (message.auto()) {
            return;
        }
        switch (message.side()) {
            case CUSTOMER ->
                sql.update(
                        "update sales_request set last_at = ?, unread = unread + 1, archived_at = null,"
                                + " version = version + case when archived_at is null then 0 else 1 end where id = ?",
                        now,
                        message.requestId());
            case DESK ->
                sql.update(
                        "update sales_request set last_at = ?, acted_at = coalesce(acted_at, ?), answered_at = coalesce(answered_at, ?) where id = ?",
                        now,
                        now,
                        now,
                        message.requestId());
            case NOTE -> {
                // A note is the desk's own: the list keeps its order.
            }
        }
    }
}
