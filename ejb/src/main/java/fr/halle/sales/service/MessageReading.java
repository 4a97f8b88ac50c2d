package fr.halle.sales.service;

import fr.halle.sales.model.MessageSide;
import fr.halle.sales.model.MessageSource;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The messages of a conversation with their files, in two statements; who may read them is asked by its callers. */
@Service
class MessageReading {

    private static final String MESSAGES =
            "select id, side, source, author, body, at, read_at, auto, quoted, bounced_at from request_message where request_id = ? order by at, id";
    private static final String FILES =
            "select id, message_id, name, media_type, bytes from request_file where request_id = ? order by id";

    @Inject
    private Sql sql;

    List<SaidMessage> of(long requestId) {
        Map<Long, List<RequestFile>> files = sql.list(FILES, MessageReading::file, requestId).stream()
                .collect(Collectors.groupingBy(RequestFile::messageId));
        return sql.list(MESSAGES, row -> message(row, files.getOrDefault(row.number("id"), List.of())), requestId);
    }

    static RequestFile file(Row row) throws SQLException {
        return new RequestFile(
                row.number("id"),
                row.number("message_id"),
                row.text("name"),
                row.text("media_type"),
                row.integer("bytes"));
    }

    private static SaidMessage message(Row row, List<RequestFile> files) throws SQLException {
        return new SaidMessage(
                row.number("id"),
                row.constant("side", MessageSide.class),
                row.constant("source", MessageSource.class),
                row.text("author"),
                row.text("body"),
                row.instant("at"),
                row.instantOrNull("read_at"),
                row.flag("auto"),
                row.text("quoted"),
                row.instantOrNull("bounced_at"),
                files);
    }
}
