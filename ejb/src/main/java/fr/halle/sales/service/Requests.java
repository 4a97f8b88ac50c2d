package fr.halle.sales.service;

import fr.halle.sales.service.RequestQuery.Way;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Demandes: the requests of one desk, as its people read and search them (S01, S02, S24, S25). */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Requests {

    public static final int PAGE = 25;

    /** More are said to be « more than » so many: to count a desk's whole past would take longer than to show it. */
    public static final int MOST_COUNTED = 1000;

    private static final int MOST = 100;
    private static final String COUNTS =
            "select (select count(*) from (select 1 from sales_request where desk_id = ? and spam_at is null and archived_at is null limit ?) o) as open,"
                    + " (select count(*) from (select 1 from sales_request where desk_id = ? and spam_at is null and archived_at is null and unread > 0 limit ?) u) as unread";

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    @Inject
    private SaidSearch said;

    /** @param open neither archived nor spam; both are counted up to one above {@link #MOST_COUNTED} */
    public record Counts(long open, long unread) {}

    /** What stands before and behind a request in its list. */
    public record Neighbours(@Nullable Long above, @Nullable Long below) {}

    /**
     * A page of them, those that somebody wrote in last first.
     *
     * @param deskId one of the actor's, null for its first
     * @param after what the page before named as its next, null for the first page
     * @throws DeskUnknown when it is not the actor's
     */
    public RequestPage list(
            Actor actor, @Nullable Long deskId, RequestFilter filter, @Nullable String after, int limit) {
        return list(actor, deskId, filter, false, after, limit);
    }

    /** The same the other way round, if those are to come first that nobody wrote in for the longest time. */
    public RequestPage list(
            Actor actor,
            @Nullable Long deskId,
            RequestFilter filter,
            boolean oldestFirst,
            @Nullable String after,
            int limit) {
        long desk = desks.idOf(actor, deskId);
        int most = Math.max(1, Math.min(limit, MOST));
        List<RequestRow> rows = rows(desk, filter, new Way(after, oldestFirst), most + 1);
        if (rows.size() <= most) {
            return new RequestPage(rows, null);
        }
        return new RequestPage(rows.subList(0, most), rows.get(most - 1).cursor());
    }

    private List<RequestRow> rows(long desk, RequestFilter filter, Way way, int most) {
        if (!filter.words().isEmpty()) {
            return said.rows(desk, filter, way, most);
        }
        RequestQuery query =
                new RequestQuery("r.id", desk).holding(filter).along(way, most).shown(way);
        return sql.list(query.statement(), RequestRow::of, query.values());
    }

    /** Whether there are more than so many: an export asks before it begins. */
    public boolean areMoreThan(Actor actor, @Nullable Long deskId, RequestFilter filter, int most) {
        long desk = desks.idOf(actor, deskId);
        RequestQuery query = new RequestQuery("1", desk).holding(filter);
        if (!filter.words().isEmpty()) {
            if (!said.isSaidInMoreThan(desk, filter.words(), most)) {
                return false;
            }
            query.where(SaidSearch.HOLDS, filter.words());
        }
        query.ending(" limit ?", most + 1);
        return sql.number("select count(*) from (" + query.statement() + ") f", query.values()) > most;
    }

    public Counts counts(Actor actor, @Nullable Long deskId) {
        long desk = desks.idOf(actor, deskId);
        return sql.one(
                        COUNTS,
                        row -> new Counts(row.number("open"), row.number("unread")),
                        desk,
                        MOST_COUNTED + 1,
                        desk,
                        MOST_COUNTED + 1)
                .orElseThrow();
    }

    /** The next and the one before in the list that this filter makes, for J and K; none where it has left that list. */
    public Neighbours neighbours(Actor actor, RequestRow of, @Nullable Long deskId, RequestFilter filter) {
        long desk = desks.idOf(actor, deskId);
        List<RequestRow> below = rows(desk, filter, Way.down(of.cursor()), 1);
        List<RequestRow> above = rows(desk, filter, new Way(of.cursor(), true), 1);
        return new Neighbours(first(above), first(below));
    }

    private static @Nullable Long first(List<RequestRow> rows) {
        Optional<RequestRow> one = rows.stream().findFirst();
        return one.isPresent() ? Long.valueOf(one.get().id()) : null;
    }
}
