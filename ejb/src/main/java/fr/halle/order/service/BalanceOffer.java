package fr.halle.order.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.BalanceDueState;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * What is still to be paid with one link, for whoever opens it (C07): a stay's balance, or those of several lines of an order.
 *
 * @param id the bill's
 * @param language the order's
 * @param paying whether a page of the provider's is open for it, or an answer is awaited
 * @param all its lines, also those that are no longer asked for
 */
public record BalanceOffer(
        long id,
        long portalId,
        String orderNumber,
        String orderToken,
        LocalDate dueOn,
        String language,
        boolean paying,
        List<Item> all) {

    public BalanceOffer {
        all = List.copyOf(all);
    }

    /** One line. @param cancelled whether its part is */
    public record Item(
            ProductKind kind,
            String name,
            String seller,
            LocalDate startsOn,
            LocalDate endsOn,
            long totalCents,
            long amountCents,
            BalanceDueState state,
            boolean cancelled) {

        static Item of(Row row) throws SQLException {
            return new Item(
                    row.constant("kind", ProductKind.class),
                    row.text("name"),
                    row.text("seller"),
                    row.date("starts_on"),
                    row.date("ends_on"),
                    row.number("total_cents"),
                    row.number("amount_cents"),
                    row.constant("state", BalanceDueState.class),
                    row.flag("cancelled"));
        }

        boolean isWanted() {
            return !cancelled && state != BalanceDueState.PAID && state != BalanceDueState.WAIVED;
        }

        boolean isPaid() {
            return state == BalanceDueState.PAID;
        }
    }

    /** Whether something of it may be paid now; what is overdue still may. */
    public boolean isPayable() {
        return all.stream().anyMatch(Item::isWanted);
    }

    /** Whether nothing of it is left to pay, and some of it was paid. */
    public boolean isPaid() {
        return !isPayable() && all.stream().anyMatch(Item::isPaid);
    }

    /** What is asked for; once nothing is, what was paid; and of a bill that nobody paid, what it was for. */
    public List<Item> items() {
        if (isPayable()) {
            return all.stream().filter(Item::isWanted).toList();
        }
        return isPaid() ? all.stream().filter(Item::isPaid).toList() : all;
    }

    public Item first() {
        return items().get(0);
    }

    public boolean isSeveral() {
        return items().size() > 1;
    }

    /** Whether it is one lodging's, of which its words speak. */
    public boolean isStay() {
        return !isSeveral() && first().kind() == ProductKind.LODGING;
    }

    /** The price of what is shown, cents. */
    public long totalCents() {
        return items().stream().mapToLong(Item::totalCents).sum();
    }

    /** The balances of what is shown, cents. */
    public long amountCents() {
        return items().stream().mapToLong(Item::amountCents).sum();
    }
}
