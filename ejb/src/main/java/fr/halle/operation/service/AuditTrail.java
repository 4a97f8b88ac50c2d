package fr.halle.operation.service;

import fr.halle.order.service.Span;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.OrderNumbers.Parsed;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, searched by the operator of the portal that it is of; what is of all portals is for the operator of all of them. Newest
 * first and page by page along an index, however long the trail is.
 */
@Service
public class AuditTrail {

    private static final String SELECT = """
            select a.id, a.at, a.actor_kind, a.actor_name, b.name as on_behalf_of, p.name as portal, a.action, a.subject, a.detail, a.address,
                   case when a.subject ~ '^user [0-9]{1,18}$' then (select u.name || ' (' || u.login || ')' from user_account u where u.id = substr(a.subject, 6)::bigint)
                        when a.subject ~ '^merchant [0-9]{1,18}$' then (select m.name from merchant m where m.id = substr(a.subject, 10)::bigint)
                        when a.subject ~ '^token [0-9]{1,18}$' then (select t.label from api_token t where t.id = substr(a.subject, 7)::bigint)
                        end as subject_name
              from audit_entry a left join merchant b on b.id = a.on_behalf_of left join portal p on p.id = a.portal_id
             where true""";

    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");

    @Inject
    private Sql sql;

    /** @param next what the next page comes after; null on the last */
    public record Page(List<TrailRow> rows, @Nullable Long next) {

        public Page {
            rows = List.copyOf(rows);
        }
    }

    /**
     * @param portal the operator's only one, null for all
     * @param after what the page before named as its next
     */
    public Page page(@Nullable Long portal, TrailFilter filter, @Nullable Long after, int most) {
        Query query = new Query();
        query.and(" and a.portal_id = ?", portal);
        query.and(" and a.portal_id = ?", filter.portalId());
        who(query, filter.who());
        about(query, filter.about());
        if (!filter.merchant().isEmpty()) {
            query.and(
                    " and a.merchant_id = any(array(select m.id from merchant m where fold(m.name) like ?))",
                    holding(Texts.fold(filter.merchant())));
        }
        TrailKind kind = filter.kind();
        if (kind != null) {
            query.and(" and a.action like any(?)", (Object) kind.patterns());
        }
        days(query, filter.days());
        query.and(" and (a.at, a.id) < (select x.at, x.id from audit_entry x where x.id = ?)", after);
        List<TrailRow> found = sql.list(
                SELECT + query.conditions + " order by a.at desc, a.id desc limit " + (most + 1),
                AuditTrail::row,
                query.values.toArray());
        boolean more = found.size() > most;
        List<TrailRow> rows = more ? found.subList(0, most) : found;
        return new Page(rows, more ? rows.get(most - 1).id() : null);
    }

    /** Whether there are more than so many: an export says so before it begins. */
    public boolean areMoreThan(@Nullable Long portal, TrailFilter filter, int most) {
        return page(portal, filter, null, most).next() != null;
    }

    /** By the name that was written down, which outlives the account. */
    private static void who(Query query, String who) {
        for (String word : Texts.fold(who).split(" ")) {
            if (!word.isEmpty()) {
                query.and(
                        " and (fold(a.actor_name) like ? or exists (select from user_account u where u.id = a.actor_id and u.login like ?))",
                        holding(word),
                        holding(word));
            }
        }
    }

    /** An order's number finds what was done to each of its parts. */
    private static void about(Query query, String about) {
        if (about.isEmpty()) {
            return;
        }
        Optional<Parsed> number = OrderNumbers.parse(about);
        if (number.isEmpty()) {
            query.and(
                    " and lower(a.subject || ' ' || a.detail) like ?",
                    holding(about.strip().toLowerCase(Locale.ROOT)));
            return;
        }
        String asked = number.get().number();
        query.and(
                " and (a.subject = ? or a.subject like ?)", asked, number.get().part() == null ? asked + "-%" : asked);
    }

    private static void days(Query query, Span days) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        query.and(
                " and a.at >= ?",
                from == null ? null : from.atStartOfDay(HalleClock.PARIS).toInstant());
        query.and(
                " and a.at < ?",
                to == null
                        ? null
                        : to.plusDays(1).atStartOfDay(HalleClock.PARIS).toInstant());
    }

    private static String holding(String piece) {
        return "%" + WILDCARDS.matcher(piece).replaceAll("\\\\$0") + "%";
    }

    private static TrailRow row(Row row) throws SQLException {
        return new TrailRow(
                row.number("id"),
                row.instant("at"),
                row.constant("actor_kind", Actor.Kind.class),
                row.text("actor_name"),
                row.textOrNull("on_behalf_of"),
                row.textOrNull("portal"),
                row.text("action"),
                row.text("subject"),
                row.text("detail"),
                row.textOrNull("address"),
                row.textOrNull("subject_name"));
    }

    /** Conditions and their values, side by side; a condition without its value is none. */
    private static final class Query {

        private final StringBuilder conditions = new StringBuilder();
        private final List<@Nullable Object> values = new ArrayList<>();

        void and(String condition, @Nullable Object... bound) {
            if (Arrays.stream(bound).noneMatch(Objects::isNull)) {
                conditions.append(condition);
                Collections.addAll(values, bound);
            }
        }
    }
}
