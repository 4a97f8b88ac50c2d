package fr.halle.order.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Suivi par client (M11, M12): who is meant by a piece of a name or of an address, and their orders. Counted are the newest
 * {@value #FARTHEST} parts that answer to it, so that a single letter costs no more than a name.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class CustomerSearch {

    public static final int MOST = 12;
    private static final int FARTHEST = 1000;

    private static final String CUSTOMERS = """
            select lower(f.email) as email, (array_agg(f.customer order by f.part_id desc))[1] as name,
                   (array_agg(f.phone order by f.part_id desc))[1] as phone,
                   count(distinct substring(f.number from '^EP-[0-9]+')) as orders,
                   coalesce(sum(f.part_cents - f.cancelled_cents) filter (where f.part_state <> 'CANCELLED'), 0) as total_cents,
                   sum(f.unpaid_cents) as unpaid_cents, max(f.placed_at) as last
              from (%s) f group by lower(f.email) order by max(f.part_id) desc limit ?""";

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private PartReader reader;

    /** The newest first. @param email exactly this one's, null for everybody's who answers to the text */
    public List<FoundCustomer> customers(Actor actor, String text, @Nullable String email) {
        PartQuery parts = query(actor, text, email).inOrder(null, FARTHEST);
        @Nullable Object[] values = new Object[parts.values().length + 1];
        System.arraycopy(parts.values(), 0, values, 0, values.length - 1);
        values[values.length - 1] = MOST;
        return sql.list(String.format(CUSTOMERS, parts.statement()), CustomerSearch::customer, values);
    }

    /** Their orders, newest first. @param after what the page before named as its next, null for the first page */
    public PartPage parts(Actor actor, String text, @Nullable String email, @Nullable Long after) {
        return reader.page(query(actor, text, email), after, MerchantOrders.PAGE);
    }

    private PartQuery query(Actor actor, String text, @Nullable String email) {
        PartQuery query = new PartQuery(sight.of(actor)).ofCustomer(email);
        return email == null ? query.aboutCustomer(text) : query;
    }

    private static FoundCustomer customer(Row row) throws SQLException {
        return new FoundCustomer(
                row.text("email"),
                row.text("name"),
                row.text("phone"),
                row.number("orders"),
                row.number("total_cents"),
                row.number("unpaid_cents"),
                row.instant("last"));
    }
}
