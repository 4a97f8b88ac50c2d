package fr.halle.order.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.shared.service.Row;
import java.sql.SQLException;

/** The prestations of orders, read from their rows: by their customer, their merchant, and the letters to both. */
public final class OrderLines {

    private OrderLines() {}

    /** @param row of {@code order_line}, with all its columns */
    public static OrderLine of(Row row) throws SQLException {
        return new OrderLine(
                row.number("id"),
                row.number("merchant_order_id"),
                row.integer("line_no"),
                row.numberOrNull("product_id"),
                row.constant("kind", ProductKind.class),
                row.text("name"),
                row.text("family"),
                row.text("seller"),
                row.text("variant"),
                row.text("unit_text"),
                row.number("quantity"),
                row.flag("by_weight"),
                row.number("unit_cents"),
                row.number("total_cents"),
                row.integer("vat_bp"),
                row.number("tax_cents"),
                row.number("due_now_cents"),
                row.text("withdrawal"),
                row.dateOrNull("starts_on"),
                row.dateOrNull("ends_on"),
                row.instantOrNull("starts_at"),
                row.instantOrNull("ends_at"),
                row.textOrNull("size"),
                row.integerOrNull("adults"),
                row.integerOrNull("children"),
                FrozenSettings.texts(row.text("detail")),
                row.text("picture"),
                row.constant("state", OrderLineState.class));
    }
}
