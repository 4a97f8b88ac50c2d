package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;

/** The files of conversations: how large they may be, what they are, and who may have them. */
@Service
public class RequestFiles {

    public static final int MOST_BYTES = 10 * 1024 * 1024;
    public static final int MOST_TOGETHER = 25 * 1024 * 1024;
    public static final int MOST_FILES = 10;
    private static final int MEGABYTE = 1024 * 1024;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private RequestSight sight;

    /** A file with what is in it. */
    public record Content(RequestFile file, byte[] bytes) {}

    /** @throws FileRefused when one of them, or all together, are more than may go with a message */
    void check(List<NewFile> files) {
        if (files.size() > MOST_FILES) {
            throw new FileRefused(FileRefused.MANY, MOST_FILES);
        }
        long together = 0;
        for (NewFile file : files) {
            if (file.content().length > MOST_BYTES) {
                throw new FileRefused(FileRefused.LARGE, FileTypes.name(file.name()), MOST_BYTES / MEGABYTE);
            }
            if (file.content().length == 0) {
                throw new FileRefused(FileRefused.EMPTY, FileTypes.name(file.name()));
            }
            together += file.content().length;
        }
        if (together > MOST_TOGETHER) {
            throw new FileRefused(FileRefused.TOGETHER, MOST_TOGETHER / MEGABYTE);
        }
    }

    void keep(long requestId, long messageId, List<NewFile> files) {
        files.forEach(file -> insert(requestId, messageId, file));
    }

    /** Of a mail's file that was too large the name is kept, so that both sides see that it is missing. */
    void left(long requestId, long messageId, String name) {
        insert(requestId, messageId, new NewFile(name, new byte[0]));
    }

    private void insert(long requestId, long messageId, NewFile file) {
        sql.update(
                "insert into request_file (id, request_id, message_id, name, media_type, bytes, sha256, content) values (?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                requestId,
                messageId,
                FileTypes.name(file.name()),
                FileTypes.of(file.content()),
                file.content().length,
                hash(file.content()),
                file.content());
    }

    /** @throws RequestUnknown when there is no such file, or its request is not the actor's to see */
    public Content of(Actor actor, long fileId) {
        long request = sql.one(
                        "select request_id from request_file where id = ?", row -> row.number("request_id"), fileId)
                .orElseThrow(RequestUnknown::new);
        sight.of(actor, request);
        return content("id = ?", fileId);
    }

    /** For the customer, who holds the link to the conversation on this portal; the files of the desk's notes are the desk's. */
    public Content of(long portalId, String token, long fileId) {
        return content(
                "id = ? and request_id = (select id from sales_request where token_hash = ? and portal_id = ?)"
                        + " and exists (select from request_message m where m.id = message_id and m.side <> 'NOTE')",
                fileId,
                Secrets.sha256(token),
                portalId);
    }

    private Content content(String condition, Object... values) {
        return sql.one(
                        "select id, message_id, name, media_type, bytes, content from request_file where bytes > 0 and "
                                + condition,
                        RequestFiles::content,
                        values)
                .orElseThrow(RequestUnknown::new);
    }

    private static Content content(Row row) throws SQLException {
        return new Content(MessageReading.file(row), row.bytes("content"));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
