package fr.halle.order.service;

import fr.halle.order.model.CancelReason;
import fr.halle.order.model.MerchantOrder;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.Why;
import fr.halle.portal.model.Settings;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A part with what its order says about it, which whoever moves it and whoever is told of that would else ask for again.
 *
 * @param settings frozen on the order
 * @param email the customer's
 * @param language the customer's
 */
public record PartOfOrder(MerchantOrder part, Settings settings, String email, String language) {

    static final String SELECT = """
            select p.id, p.order_id, p.number, p.portal_id, p.merchant_id, p.slot_start, p.service_date, p.state, p.state_before_error,
                   p.error_cause, p.validated_at, p.completed_at, p.release_at, p.cancel_code, p.cancel_reason, p.version,
                   o.settings, o.email, o.language
              from merchant_order p join customer_order o on o.id = p.order_id
             where p.""";

    PartOfOrder after(MerchantOrder moved) {
        return new PartOfOrder(moved, settings, email, language);
    }

    static PartOfOrder of(Row row) throws SQLException {
        MerchantOrder part = new MerchantOrder(
                row.number("id"),
                row.number("order_id"),
                row.text("number"),
                row.number("portal_id"),
                row.number("merchant_id"),
                row.instantOrNull("slot_start"),
                row.date("service_date"),
                row.constant("state", MerchantOrderState.class),
                row.constantOrNull("state_before_error", MerchantOrderState.class),
                row.textOrNull("error_cause"),
                row.instantOrNull("validated_at"),
                row.instantOrNull("completed_at"),
                row.instantOrNull("release_at"),
                new Why(
                        row.constantOrNull("cancel_code", CancelReason.class),
                        orEmpty(row.textOrNull("cancel_reason"))),
                row.integer("version"));
        return new PartOfOrder(
                part, FrozenSettings.read(row.text("settings")), row.text("email"), row.text("language"));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
