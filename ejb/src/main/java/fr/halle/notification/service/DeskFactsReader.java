package fr.halle.notification.service;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the facts of many letters of commercial desks: three statements, and none where there is no such letter. */
final class DeskFactsReader {

    /** The desk of a letter that is about no request that is kept. */
    static final String DESK = "desk";

    private static final Set<String> OF_DESK = Arrays.stream(NotificationEvent.values())
            .filter(NotificationEvent::isOfDesk)
            .map(Enum::name)
            .collect(Collectors.toSet());

    /** What tells one message of the conversation. */
    private static final Set<String> SAYING =
            Set.of(NotificationEvent.REQUEST_ANSWERED.name(), NotificationEvent.CUSTOMER_WROTE.name());

    private static final String REQUESTS = """
            select r.*, coalesce(o.email, '') as object_email, coalesce(c.label_fr, '') as category_fr, coalesce(c.label_en, '') as category_en,
                coalesce((select m.body from request_message m where m.request_id = r.id and m.side = 'CUSTOMER' order by m.id limit 1), '') as message
            from sales_request r left join contact_object o on o.id = r.object_id left join sales_category c on c.id = r.category_id
            where r.id = any(?)""";

    private static final String SAID =
            "select m.id, m.author, m.body, array(select f.name from request_file f where f.message_id = m.id order by f.id) as files"
                    + " from request_message m where m.id = any(?)";

    private static final String DESKS =
            "select d.id, coalesce(m.name, p.operator_name) as name, coalesce(m.email, p.support_email) as email, coalesce(m.phone, p.support_phone) as phone"
                    + " from sales_desk d join portal p on p.id = d.portal_id left join merchant m on m.id = d.merchant_id where d.id = any(?)";

    private final Sql sql;

    DeskFactsReader(Sql sql) {
        this.sql = sql;
    }

    DeskFacts read(Collection<Due> all) {
        List<Due> dues =
                all.stream().filter(due -> OF_DESK.contains(due.event())).toList();
        if (dues.isEmpty()) {
            return DeskFacts.NONE;
        }
        Map<Long, DeskFacts.Asked> requests = requests(dues);
        Long[] desks = Stream.concat(
                        requests.values().stream().map(DeskFacts.Asked::deskId),
                        dues.stream()
                                .map(due -> due.data().get(DESK))
                                .filter(Objects::nonNull)
                                .map(Long::valueOf))
                .distinct()
                .toArray(Long[]::new);
        return new DeskFacts(desks(desks), requests, said(dues));
    }

    /** Of a request that is sent on and not kept: its row holds it until it has left (P22). */
    static DeskFacts.Asked carried(Map<String, String> data) {
        return new DeskFacts.Asked(
                0,
                Long.parseLong(data.getOrDefault(DESK, "0")),
                "",
                "",
                data.getOrDefault("firstName", ""),
                data.getOrDefault("lastName", ""),
                data.getOrDefault("email", ""),
                data.getOrDefault("phone", ""),
                data.getOrDefault("object", ""),
                data.getOrDefault("mailbox", ""),
                "",
                "",
                day(data.get("arrivesOn")),
                day(data.get("leavesOn")),
                count(data.get("adults")),
                count(data.get("children")),
                data.getOrDefault("page", ""),
                data.getOrDefault("language", "fr"),
                data.getOrDefault("message", ""));
    }

    private Map<Long, DeskFacts.Asked> requests(List<Due> dues) {
        Long[] ids = dues.stream()
                .map(Due::subjectId)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        return ids.length == 0
                ? Map.of()
                : sql.list(REQUESTS, DeskFactsReader::asked, (Object) ids).stream()
                        .collect(Collectors.toMap(DeskFacts.Asked::id, asked -> asked));
    }

    private Map<Long, DeskFacts.Said> said(List<Due> dues) {
        Map<Long, DeskFacts.Said> said = new HashMap<>();
        Long[] ids = dues.stream()
                .filter(due -> SAYING.contains(due.event()))
                .map(due -> due.data().get(ConversationLetters.MESSAGE))
                .filter(Objects::nonNull)
                .map(Long::valueOf)
                .toArray(Long[]::new);
        if (ids.length > 0) {
            sql.list(
                    SAID,
                    row -> said.put(
                            row.number("id"),
                            new DeskFacts.Said(row.text("author"), row.text("body"), row.texts("files"))),
                    (Object) ids);
        }
        return said;
    }

    private Map<Long, DeskFacts.Desk> desks(Long[] ids) {
        Map<Long, Map<String, String>> contents = new HashMap<>();
        sql.list(
                "select desk_id, kind, language, body from mail_content where desk_id = any(?)",
                row -> contents.computeIfAbsent(row.number("desk_id"), id -> new HashMap<>())
                        .put(row.text("kind") + "." + row.text("language"), row.text("body")),
                (Object) ids);
        return sql
                .list(
                        DESKS,
                        row -> new DeskFacts.Desk(
                                row.number("id"),
                                row.text("name"),
                                row.text("email"),
                                row.text("phone"),
                                contents.getOrDefault(row.number("id"), Map.of())),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(DeskFacts.Desk::id, desk -> desk));
    }

    private static DeskFacts.Asked asked(Row row) throws SQLException {
        return new DeskFacts.Asked(
                row.number("id"),
                row.number("desk_id"),
                row.text("token"),
                row.text("mail_key"),
                row.text("first_name"),
                row.text("last_name"),
                row.text("email"),
                row.text("phone"),
                row.text("object_label"),
                row.text("object_email"),
                row.text("category_fr"),
                row.text("category_en"),
                row.dateOrNull("arrives_on"),
                row.dateOrNull("leaves_on"),
                row.integerOrNull("adults"),
                row.integerOrNull("children"),
                row.text("page"),
                row.text("language"),
                row.text("message"));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Integer count(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
