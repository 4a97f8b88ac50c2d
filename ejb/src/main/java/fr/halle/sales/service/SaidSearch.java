package fr.halle.sales.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds requests by what was said in them. A word that everybody says is found among the newest requests, before any index is asked;
 * one that few say is found by the index. Which of both it is, is learnt by looking: the first try reads a bounded number of requests
 * and suffices where it fills the page (docs/performance.md).
 */
@Service
class SaidSearch {

    /** One of its messages holds the words: French, accents aside, as typed into a search engine. */
    static final String HOLDS =
            " and exists (select from request_message m where m.request_id = r.id and m.desk_id = r.desk_id"
                    + " and m.search @@ websearch_to_tsquery('french_folded', ?))";

    private static final String AMONG = " and r.id in (select m.request_id from request_message m where m.desk_id = ?"
            + " and m.search @@ websearch_to_tsquery('french_folded', ?))";

    /** Of the newest, the first try looks at so many. */
    private static final int TRIED = 400;

    @Inject
    private Sql sql;

    List<RequestRow> rows(long desk, RequestFilter filter, @Nullable String after, int most) {
        RequestQuery newest = new RequestQuery("r.*", desk).holding(filter).latest(after, TRIED);
        RequestQuery tried = newest.wrapped(RequestRow.COLUMNS, HOLDS, filter.words(), most);
        List<RequestRow> rows = sql.list(tried.statement(), RequestRow::of, tried.values());
        if (rows.size() >= most) {
            return rows;
        }
        RequestQuery all = new RequestQuery(RequestRow.COLUMNS, desk)
                .holding(filter)
                .where(AMONG, desk, filter.words())
                .latest(after, most);
        return sql.list(all.statement(), RequestRow::of, all.values());
    }
}
