package fr.halle.sales.service;

import fr.halle.shared.model.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statement of a list of requests, put together from conditions of our own; what people typed is only ever bound. The desk is its
 * first condition, always.
 */
final class RequestQuery {

    private static final String CLIENT = "r.client";
    private static final String OPEN = " and r.spam_at is null and r.archived_at is null";

    /** What was typed, as a search engine reads it; worked out once for a statement, not for each row. */
    static final String SAID = "(select websearch_to_tsquery('french_folded', ?))";

    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");
    private static final Pattern NUMBER = Pattern.compile("[+()\\d\\s./-]*\\d[+()\\d\\s./-]*");
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,12})\\.(\\d{1,6})\\.(\\d{1,18})");
    private static final int SHORTEST_NUMBER = 4;

    private final StringBuilder statement = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

    private RequestQuery() {}

    RequestQuery(String columns, long deskId) {
        statement
                .append("select ")
                .append(columns)
                .append(" from sales_request r")
                .append(RequestRow.JOINS)
                .append(" where r.desk_id = ?");
        values.add(deskId);
    }

    RequestQuery holding(RequestFilter filter) {
        switch (filter.shown()) {
            case OPEN -> where(isOpenAlone(filter) ? OPEN : " and r.spam_at is null");
            case UNREAD -> where(OPEN + " and r.unread > 0");
            case ALL -> where(" and r.spam_at is null");
            case SPAM -> where(" and r.spam_at is not null");
        }
        where(" and r.stage = ?", filter.stage());
        where(" and r.object_id = ?", filter.objectId());
        if (filter.categories().size() == 1) {
            where(" and r.category_id = ?", filter.categories().get(0));
        } else if (!filter.categories().isEmpty()) {
            where(" and r.category_id = any (?)", (Object) filter.categories().toArray(Long[]::new));
        }
        if (Objects.equals(filter.assignedTo(), RequestFilter.NOBODY)) {
            where(" and r.assigned_to is null");
        } else {
            where(" and r.assigned_to = ?", filter.assignedTo());
        }
        return from(filter.client());
    }

    /** A stage is looked for among the archived too. */
    private static boolean isOpenAlone(RequestFilter filter) {
        return filter.shown() == RequestFilter.Shown.UNREAD
                || filter.shown() == RequestFilter.Shown.OPEN && filter.stage() == null;
    }

    /** Every word somewhere in the name, the address or the number; a number is one word however it is written. */
    private RequestQuery from(String client) {
        if (client.isEmpty()) {
            return this;
        }
        String digits = client.replaceAll("\\D", "").replaceFirst("^(33(?=\\d{9}$)|0)", "");
        if (NUMBER.matcher(client).matches() && digits.length() >= SHORTEST_NUMBER) {
            return where(" and " + CLIENT + " like ?", "%" + digits + "%");
        }
        for (String word : Texts.fold(client).split(" ")) {
            where(" and " + CLIENT + " like ?", "%" + WILDCARDS.matcher(word).replaceAll("\\\\$0") + "%");
        }
        return this;
    }

    RequestQuery where(String condition, @Nullable Object... bound) {
        if (Arrays.stream(bound).noneMatch(Objects::isNull)) {
            statement.append(condition);
            values.addAll(Arrays.asList(bound));
        }
        return this;
    }

    /** Where in a list to begin, and which way to go: down from what was said last, or up from a cursor, nearest first. */
    record Way(@Nullable String cursor, boolean up) {

        static Way down(@Nullable String cursor) {
            return new Way(cursor, false);
        }

        String order(String last, String id) {
            return " order by " + last + (up ? ", " : " desc, ") + id + (up ? "" : " desc");
        }
    }

    /** So many of them along the way. */
    RequestQuery along(Way way, int most) {
        return past(way, "r.last_at", "r.id").ending(way.order("r.last_at", "r.id") + " limit ?", most);
    }

    private RequestQuery past(Way way, String last, String id) {
        Matcher read = CURSOR.matcher(way.cursor() == null ? "" : way.cursor());
        if (!read.matches()) {
            return this;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(read.group(1)), Long.parseLong(read.group(2)) * 1000);
        return where(
                " and (" + last + ", " + id + ") " + (way.up() ? ">" : "<") + " (?, ?)",
                at,
                Long.valueOf(read.group(3)));
    }

    RequestQuery ending(String order, int most) {
        statement.append(order);
        values.add(most);
        return this;
    }

    /** Of the requests that this finds by id and last_at along the way, those in which the words were said: looked at one by one until there are enough. */
    RequestQuery saying(String words, Way way, int most) {
        String near = statement.toString();
        statement.setLength(0);
        statement
                .append("select near.id from (")
                .append(near)
                .append(") near where (select s.words @@ " + SAID
                        + " from request_said s where s.request_id = near.id)");
        values.add(words);
        return ending(way.order("near.last_at", "near.id") + " limit ?", most).shown(way);
    }

    /** What the list shows of the requests that this finds by id: those that a filter passes over are looked at in an index alone. */
    RequestQuery shown(Way way) {
        statement
                .insert(0, "select " + RequestRow.COLUMNS + " from (")
                .append(") f join sales_request r on r.id = f.id")
                .append(RequestRow.JOINS)
                .append(way.order("r.last_at", "r.id"));
        return this;
    }

    /** Those in which the words were said, as the index of all that was said finds them; it puts them in order before it looks at one. */
    static RequestQuery said(long deskId, RequestFilter filter, Way way) {
        RequestQuery query = new RequestQuery();
        query.statement
                .append("select ")
                .append(RequestRow.COLUMNS)
                .append(" from (select s.request_id, s.last_at from request_said s where s.desk_id = ? and s.words @@ "
                        + SAID + (isOpenAlone(filter) ? " and s.open" : ""));
        query.values.add(deskId);
        query.values.add(filter.words());
        query.past(way, "s.last_at", "s.request_id");
        query.statement
                .append(way.order("s.last_at", "s.request_id"))
                .append(" offset 0) f join sales_request r on r.id = f.request_id and r.last_at = f.last_at")
                .append(RequestRow.JOINS)
                .append(" where r.desk_id = ?");
        query.values.add(deskId);
        return query.holding(filter);
    }

    /** Unless the other finds no more than so many. */
    RequestQuery beyond(RequestQuery other, int many) {
        return where(" and exists (" + other.statement + " offset " + many + ")", other.values());
    }

    String statement() {
        return statement.toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }
}
