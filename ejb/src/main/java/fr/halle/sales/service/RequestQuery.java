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

    /** The expression of the index. */
    private static final String CLIENT = "fold(r.first_name || ' ' || r.last_name || ' ' || r.email || ' ' || r.phone)";

    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");
    private static final Pattern NUMBER = Pattern.compile("[+()\\d\\s./-]*\\d[+()\\d\\s./-]*");
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,12})\\.(\\d{1,6})\\.(\\d{1,18})");
    private static final int SHORTEST_NUMBER = 4;

    private final StringBuilder statement = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();

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
            case OPEN ->
                where(
                        filter.stage() == null
                                ? " and r.spam_at is null and r.archived_at is null"
                                : " and r.spam_at is null");
            case UNREAD -> where(" and r.spam_at is null and r.archived_at is null and r.unread > 0");
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

    /** Last said first, behind the cursor where there is one. */
    RequestQuery latest(@Nullable String cursor, int most) {
        return past(cursor, "<").ending(" order by r.last_at desc, r.id desc limit ?", most);
    }

    /** The other way: what stands above the cursor, nearest first. */
    RequestQuery above(String cursor, int most) {
        return past(cursor, ">").ending(" order by r.last_at, r.id limit ?", most);
    }

    private RequestQuery past(@Nullable String cursor, String side) {
        Matcher read = CURSOR.matcher(cursor == null ? "" : cursor);
        if (!read.matches()) {
            return this;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(read.group(1)), Long.parseLong(read.group(2)) * 1000);
        return where(" and (r.last_at, r.id) " + side + " (?, ?)", at, Long.valueOf(read.group(3)));
    }

    static boolean isCursor(String text) {
        return CURSOR.matcher(text).matches();
    }

    RequestQuery ending(String order, int most) {
        statement.append(order);
        values.add(most);
        return this;
    }

    /** Of the rows that this statement finds, those that hold the condition too. */
    RequestQuery wrapped(String columns, String condition, Object bound, int most) {
        String inner = statement.toString();
        statement.setLength(0);
        statement
                .append("select ")
                .append(columns)
                .append(" from (")
                .append(inner)
                .append(") r")
                .append(RequestRow.JOINS)
                .append(" where true")
                .append(condition);
        values.add(bound);
        return ending(" order by r.last_at desc, r.id desc limit ?", most);
    }

    String statement() {
        return statement.toString();
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }
}
