package fr.halle.demo.service;

import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The ski school's desk in the demo: a dozen requests in all states that follow from messages alone, its categories and its usual answers. */
final class DemoRequests {

    static final String PORTAL = "montagne";

    private final Sql sql;
    private final LongSupplier ids;
    private final Instant now;

    DemoRequests(Sql sql, LongSupplier ids, Instant now) {
        this.sql = sql;
        this.ids = ids;
        this.now = now;
    }

    /** Where its merchant is the demo's, and its desk holds no request yet. @return whether it was so */
    boolean load() {
        RequestsFile file = DemoFiles.requests(PORTAL);
        sql.update(
                "insert into sales_desk (id, portal_id, merchant_id) select ?, m.portal_id, m.id from merchant m join portal p on p.id = m.portal_id"
                        + " where p.slug = ? and m.slug = ? on conflict do nothing",
                ids.getAsLong(),
                PORTAL,
                file.merchant());
        Optional<Long> empty = sql.one(
                "select d.id from sales_desk d join merchant m on m.id = d.merchant_id join portal p on p.id = m.portal_id where p.slug = ?"
                        + " and m.slug = ? and not exists (select from sales_request r where r.desk_id = d.id)",
                row -> row.number("id"),
                PORTAL,
                file.merchant());
        empty.ifPresent(desk -> load(desk, file));
        return empty.isPresent();
    }

    private void load(long desk, RequestsFile file) {
        int position = 0;
        for (RequestsFile.Category category : file.categories()) {
            position++;
            sql.update(
                    "insert into sales_category (id, desk_id, code, label_fr, label_en, position) select ?, ?, ?, ?, ?, ?"
                            + " where not exists (select from sales_category where desk_id = ? and lower(code) = lower(?))",
                    ids.getAsLong(),
                    desk,
                    category.code(),
                    category.label().fr(),
                    category.label().en(),
                    position,
                    desk,
                    category.code());
        }
        for (RequestsFile.Answer answer : file.answers()) {
            sql.update(
                    "insert into saved_answer (id, desk_id, language, title, body) values (?, ?, ?, ?, ?) on conflict do nothing",
                    ids.getAsLong(),
                    desk,
                    answer.language(),
                    answer.title(),
                    answer.body());
        }
        file.requests().forEach(request -> request(desk, request));
    }

    private void request(long desk, RequestsFile.Request request) {
        long id = ids.getAsLong();
        String token = Secrets.token();
        Instant opened = ago(request.messages().get(0));
        LocalDate arrives = day(request.arrives(), 0);
        LocalDate leaves = day(request.arrives(), Objects.requireNonNullElse(request.nights(), 0));
        sql.update(
                "insert into sales_request (id, desk_id, portal_id, merchant_id, token, token_hash, mail_key, source, language, object_label,"
                        + " category_id, chosen_category_id, first_name, last_name, email, phone, arrives_on, leaves_on, adults, children, assigned_to,"
                        + " opened_at, last_at, archived_at)"
                        + " select ?, d.id, d.portal_id, d.merchant_id, ?, ?, ?, ?, ?, ?, (select min(c.id) from sales_category c where c.desk_id = d.id and c.code = ?),"
                        + " (select min(c.id) from sales_category c where c.desk_id = d.id and c.code = ?), ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " (select u.id from user_account u where u.login = ?), ?, ?, ? from sales_desk d where d.id = ?",
                id,
                token,
                Secrets.sha256(token),
                Secrets.lowerCaseToken(),
                request.source(),
                request.language(),
                request.object(),
                request.category(),
                request.chosen(),
                Objects.requireNonNullElse(request.firstName(), ""),
                request.lastName(),
                request.email(),
                Objects.requireNonNullElse(request.phone(), ""),
                arrives,
                leaves,
                request.adults(),
                request.children(),
                request.assigned(),
                opened,
                opened,
                request.archived() ? now : null,
                desk);
        event(id, opened, "CUSTOMER", request.lastName(), "OPENED", request.source());
        request.messages().forEach(message -> message(desk, id, request, message));
        sql.update(
                "update sales_request r set last_at = m.last, acted_at = m.answered, answered_at = m.answered, unread = m.unread from"
                        + " (select max(at) filter (where side <> 'NOTE') as last, min(at) filter (where side = 'DESK') as answered,"
                        + " count(*) filter (where side = 'CUSTOMER' and read_at is null) as unread from request_message where request_id = ?) m where r.id = ?",
                id,
                id);
    }

    /** What the desk answered, it has read; and the customer has read the answer who wrote again. */
    private void message(long desk, long request, RequestsFile.Request of, RequestsFile.Message message) {
        List<RequestsFile.Message> all = of.messages();
        RequestsFile.Message last = all.get(all.size() - 1);
        boolean fromCustomer = message.side().equals("CUSTOMER");
        boolean read = message != last || of.archived();
        Instant at = ago(message);
        sql.update(
                "insert into request_message (id, request_id, desk_id, side, author, body, at, source, read_at, author_id) select ?, ?, ?, ?, coalesce(u.name, ?), ?, ?, ?, ?, u.id"
                        + " from (values (1)) one left join user_account u on u.login = ? and ?",
                ids.getAsLong(),
                request,
                desk,
                message.side(),
                (Objects.requireNonNullElse(of.firstName(), "") + " " + of.lastName()).strip(),
                message.text(),
                at,
                fromCustomer ? of.source().equals("PHONE") ? "PHONE" : "FORM" : "DESK",
                read ? at.plus(Duration.ofMinutes(30)) : null,
                Objects.requireNonNullElse(of.assigned(), "secretariat.ecole@montagne.demo"),
                !fromCustomer);
        if (!fromCustomer) {
            event(request, at, "MERCHANT", "Sandrine Laloy", message.side().equals("DESK") ? "ANSWERED" : "NOTED", "");
        }
    }

    private void event(long request, Instant at, String by, String name, String kind, String detail) {
        sql.update(
                "insert into request_event (id, request_id, at, actor_kind, actor_name, kind, detail) values (?, ?, ?, ?, ?, ?, ?)",
                ids.getAsLong(),
                request,
                at,
                by,
                name,
                kind,
                detail);
    }

    private Instant ago(RequestsFile.Message message) {
        return now.minus(Duration.ofMinutes(message.minutesAgo()));
    }

    private @Nullable LocalDate day(@Nullable Integer inDays, int nights) {
        return inDays == null
                ? null
                : now.atZone(HalleClock.PARIS).toLocalDate().plusDays(inDays + (long) nights);
    }
}
