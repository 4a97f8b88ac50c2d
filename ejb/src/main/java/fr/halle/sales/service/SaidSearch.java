package fr.halle.sales.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.sales.service.RequestQuery.Way;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Finds requests by what was said in them, each word anywhere in the conversation: French, accents aside, as typed into a search engine.
 * What many say is soon found among the newest requests, looked at one by one; what few say is found by the index, which then has few to
 * put in order. Which of both it is, PostgreSQL guesses by the words that it met when it last looked, and is learnt by looking where it
 * guesses many (docs/performance.md).
 */
@Service
class SaidSearch {

    /** The conversation holds the words. */
    static final String HOLDS =
            " and (select s.words @@ " + RequestQuery.SAID + " from request_said s where s.request_id = r.id)";

    /** Of the newest, so many are looked at: as long as it takes to put in order what fewer than a page of so many say. */
    private static final int LOOKED_AT = 2000;

    @Inject
    private Sql sql;

    /** So many are soon put in order. */
    private static final int FEW = 2000;

    /** In three statements at most. */
    List<RequestRow> rows(long desk, RequestFilter filter, Way way, int most) {
        if (saidIn(desk, filter.words()) <= FEW) {
            return rows(RequestQuery.said(desk, filter, way).along(way, most));
        }
        List<RequestRow> near = rows(new RequestQuery("r.id, r.last_at", desk)
                .holding(filter)
                .along(way, LOOKED_AT)
                .saying(filter.words(), way, most));
        if (near.size() >= most) {
            return near;
        }
        RequestQuery filtered = new RequestQuery("1", desk).holding(filter).along(way, 1);
        List<RequestRow> all = rows(
                RequestQuery.said(desk, filter, way).beyond(filtered, LOOKED_AT).along(way, most));
        return all.isEmpty() ? near : all;
    }

    /** Of a rare word the index knows at once; only what is said often is worth looking for in the list. */
    boolean isSaidInMoreThan(long desk, String words, int most) {
        return sql.number(
                        "select count(*) from (select 1 from request_said s where s.desk_id = ? and s.words @@ "
                                + RequestQuery.SAID + " limit ?) f",
                        desk,
                        words,
                        most + 1)
                > most;
    }

    /** In how many open conversations, as PostgreSQL guesses. */
    private long saidIn(long desk, String words) {
        return sql.one(
                        "explain (format json) select from request_said where desk_id = ? and open"
                                + " and words @@ websearch_to_tsquery('french_folded', ?)",
                        row -> Json.read(row.text("QUERY PLAN"), JsonNode.class)
                                .at("/0/Plan/Plan Rows")
                                .asLong(),
                        desk,
                        words)
                .orElseThrow();
    }

    private List<RequestRow> rows(RequestQuery query) {
        return sql.list(query.statement(), RequestRow::of, query.values());
    }
}
