package fr.halle.sales.service;

import fr.halle.sales.model.DeskInbox;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One commercial desk.
 *
 * @param merchantId null for the portal's own
 * @param name the merchant's, or that of whoever runs the portal
 * @param email where mails go that no object names an address for
 * @param version of its settings
 */
public record SalesDesk(
        long id, long portalId, @Nullable Long merchantId, String name, String email, DeskInbox inbox, int version) {

    static SalesDesk of(Row row) throws SQLException {
        return new SalesDesk(
                row.number("id"),
                row.number("portal_id"),
                row.numberOrNull("merchant_id"),
                row.text("name"),
                row.text("email"),
                row.constant("inbox", DeskInbox.class),
                row.integer("version"));
    }
}
