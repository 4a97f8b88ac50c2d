package fr.halle.order.web;

import fr.halle.order.service.PartRow;
import fr.halle.shared.web.Words;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** The columns of an exported list: those of the page (M25), and what its cells hold in small print. */
final class PartColumns {

    /** In characters. */
    static final int[] WIDTHS = {16, 17, 26, 30, 16, 26, 12, 16, 26, 50, 14, 14, 14, 14, 24, 34};

    private static final List<String> HEADINGS = List.of(
            "pro.orders.number",
            "pro.export.placed",
            "pro.orders.customer",
            "pro.export.email",
            "pro.export.phone",
            "pro.export.merchant",
            "pro.orders.collection",
            "pro.export.serviceDay",
            "pro.export.time",
            "pro.export.lines",
            "pro.order.shipping",
            "pro.orders.total",
            "pro.order.totalLeft",
            "pro.customers.due",
            "pro.orders.state",
            "pro.export.alias");

    private PartColumns() {}

    static void head(Table table, Words words) throws IOException {
        for (String heading : HEADINGS) {
            table.text(words.text(heading));
        }
        table.endRow();
    }

    static void row(Table table, PartRow part, PartWords words) throws IOException {
        table.text(part.number());
        table.moment(part.placedAt());
        table.text(part.customer());
        table.text(part.email());
        table.text(dialled(part.phone()));
        table.text(part.merchant());
        table.text(words.mode(part));
        table.day(part.serviceDate());
        table.text(words.hours(part));
        table.text(words.summary(part));
        table.euros(part.shippingCents());
        table.euros(part.totalCents());
        table.euros(part.standingCents());
        table.euros(part.unpaidCents());
        table.text(words.state(part.state()));
        table.text(Objects.requireNonNullElse(part.alias(), ""));
        table.endRow();
    }

    /** A French number as it is dialled in France: a plus sign would be guarded against as the beginning of a formula. */
    private static String dialled(String phone) {
        return phone.replaceFirst("^\\+33(?=\\d{9}$)", "0");
    }
}
