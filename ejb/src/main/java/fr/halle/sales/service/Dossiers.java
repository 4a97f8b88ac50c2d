package fr.halle.sales.service;

import fr.halle.sales.model.RequestStage;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The dossiers of a desk (S09–S17, K22): requests with prestations, in seven columns that follow from facts, as a board and as a table.
 * One statement for the board, two for the table, however many there are.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Dossiers {

    public static final int CARDS = 20;
    public static final int PAGE = 50;

    private static final String OF_DESK = " r.desk_id = ? and r.prestations > 0 and r.spam_at is null";

    /** What a row shows is read of those alone that are shown: they are found in the index of dossiers. */
    private static final String FOUND = " join sales_request r on r.id = f.id";

    private static final String COUNTED = "r.stage, count(*) as many,"
            + " sum(case when r.accepted_at is null then r.quoted_cents else r.agreed_cents end) as amount_of_all";

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    /** One column: how many there are and what they come to, and the first of them. */
    public record Column(RequestStage stage, long many, long amountCents, List<DossierRow> cards) {

        /** How many are not shown. */
        public long more() {
            return many - cards.size();
        }
    }

    /** A page of the table; {@code next} leads to the one after it, null at the end. */
    public record Page(
            List<DossierRow> rows, long many, @Nullable String next) {}

    /** With what its column holds in all. */
    private record Card(long many, long amount, DossierRow row) {}

    /** A piece of SQL with its values. */
    private record Where(String text, List<@Nullable Object> values) {}

    /**
     * The seven columns in their order; in each the newest first.
     *
     * @param deskId the operator of all portals has several, null for the first
     */
    public List<Column> board(Actor actor, @Nullable Long deskId, DossierFilter filter) {
        long desk = desks.idOf(actor, deskId);
        Where where = where(filter);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(desk);
        values.addAll(where.values());
        String found = "";
        String all = " from sales_request r where" + OF_DESK + where.text();
        if (filter.q().isEmpty()) {
            values.addAll(List.copyOf(values));
        } else {
            // To look into every name takes longer than the rest: it is done once.
            found =
                    "found as materialized (select r.id, r.stage, r.last_at, r.accepted_at, r.quoted_cents, r.agreed_cents"
                            + all + "), ";
            all = " from found r where true";
        }
        values.add(CARDS);
        Map<RequestStage, List<Card>> cards = sql
                .list(
                        "with " + found + "counted as (select " + COUNTED + all + " group by r.stage) select "
                                + DossierRow.COLUMNS
                                + ", n.many, n.amount_of_all from counted n cross join lateral (select r.id"
                                + all + " and r.stage = n.stage order by r.last_at desc, r.id desc limit ?) f" + FOUND
                                + DossierRow.JOINS + " order by r.last_at desc, r.id desc",
                        row -> new Card(row.number("many"), row.number("amount_of_all"), DossierRow.of(row)),
                        values.toArray())
                .stream()
                .collect(Collectors.groupingBy(card -> card.row().stage()));
        return Arrays.stream(RequestStage.values())
                .map(stage -> column(stage, cards.getOrDefault(stage, List.of())))
                .toList();
    }

    private static Column column(RequestStage stage, List<Card> cards) {
        if (cards.isEmpty()) {
            return new Column(stage, 0, 0, List.of());
        }
        Card any = cards.get(0);
        return new Column(
                stage, any.many(), any.amount(), cards.stream().map(Card::row).toList());
    }

    /** The newest first. */
    public Page table(Actor actor, @Nullable Long deskId, DossierFilter filter, @Nullable String after) {
        return table(actor, deskId, filter, DossierSort.NEWEST, after);
    }

    /** @param after {@link Page#next} of the page before in this order, null for the first; what is none of ours begins anew */
    public Page table(
            Actor actor, @Nullable Long deskId, DossierFilter filter, DossierSort sort, @Nullable String after) {
        long desk = desks.idOf(actor, deskId);
        long many = many(desk, filter);
        Where where = where(filter);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(desk);
        values.addAll(where.values());
        String place = "";
        if (after != null && after.matches("\\d{1,18}")) {
            // Of this desk alone: where another's would stand would tell what it comes to.
            place = sort.beyond() + " (select " + sort.key("a")
                    + ", a.id from sales_request a where a.id = ? and a.desk_id = ?)";
            values.add(Long.valueOf(after));
            values.add(desk);
        }
        values.add(PAGE + 1);
        List<DossierRow> found = sql.list(
                "select " + DossierRow.COLUMNS + " from (select r.id from sales_request r where" + OF_DESK
                        + where.text()
                        + place + sort.order() + " limit ?) f" + FOUND + DossierRow.JOINS + sort.order(),
                DossierRow::of,
                values.toArray());
        boolean more = found.size() > PAGE;
        List<DossierRow> rows = more ? found.subList(0, PAGE) : found;
        return new Page(rows, many, more ? Long.toString(rows.get(PAGE - 1).id()) : null);
    }

    private long many(long desk, DossierFilter filter) {
        Where where = where(filter);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(desk);
        values.addAll(where.values());
        return sql.number("select count(*) from sales_request r where" + OF_DESK + where.text(), values.toArray());
    }

    private static Where where(DossierFilter filter) {
        StringBuilder text = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        if (!filter.q().isEmpty()) {
            // Not "like": the index of pieces would be asked for each column, and a piece of two letters makes it read
            // everything.
            text.append(" and strpos(r.client, (select fold(?))) > 0");
            values.add(filter.q());
        }
        if (filter.stage() != null) {
            text.append(" and r.stage = ?");
            values.add(filter.stage());
        }
        if (filter.categoryId() != null) {
            text.append(" and r.category_id = ?");
            values.add(filter.categoryId());
        }
        if (filter.assignedTo() != null) {
            text.append(" and r.assigned_to = ?");
            values.add(filter.assignedTo());
        }
        if (filter.unread()) {
            text.append(" and r.unread > 0");
        }
        if (filter.dueBefore() != null) {
            text.append(" and r.due_on <= ?");
            values.add(filter.dueBefore());
        }
        return new Where(text.toString(), values);
    }
}
