package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.model.QuoteState;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A quote without its prestations.
 *
 * @param no n° 1, n° 2 … of its request
 * @param merchantId of the desk, null for the portal's own
 * @param balanceDueOn when what is not asked now is due; null while nobody said
 * @param holds whether it keeps its places for its customer
 * @param replacesNo the number of the quote that it takes the place of once it is sent, null where there is none
 * @param sha256 of what was sent, null for a draft
 * @param version to be handed back with every change, so that nobody writes over what he has not seen
 */
public record QuoteHead(
        long id,
        long requestId,
        long deskId,
        long portalId,
        @Nullable Long merchantId,
        int no,
        QuoteState state,
        String language,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        @Nullable Integer adults,
        @Nullable Integer children,
        OrderDraft.Customer customer,
        QuoteAsk ask,
        int depositBp,
        @Nullable LocalDate balanceDueOn,
        LocalDate validUntil,
        boolean holds,
        long discountCents,
        String discountReason,
        String message,
        String token,
        @Nullable String sha256,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt,
        String endReason,
        @Nullable Long replacesId,
        @Nullable Integer replacesNo,
        @Nullable Long orderNo,
        int version) {

    static final String SELECT = "select q.*, d.merchant_id, r.no as replaces_no, o.order_no from quote q"
            + " join sales_desk d on d.id = q.desk_id left join quote r on r.id = q.replaces_id"
            + " left join customer_order o on o.id = q.order_id";

    public boolean isDraft() {
        return state == QuoteState.DRAFT;
    }

    /** Whether it is out and waits for its customer: to answer, or to pay. */
    public boolean isOut() {
        return orderNo == null && (state == QuoteState.SENT || state == QuoteState.ACCEPTED);
    }

    static QuoteHead of(Row row) throws SQLException {
        return new QuoteHead(
                row.number("id"),
                row.number("request_id"),
                row.number("desk_id"),
                row.number("portal_id"),
                row.numberOrNull("merchant_id"),
                row.integer("no"),
                row.constant("state", QuoteState.class),
                row.text("language"),
                row.dateOrNull("arrives_on"),
                row.dateOrNull("leaves_on"),
                row.integerOrNull("adults"),
                row.integerOrNull("children"),
                customer(row),
                row.constant("ask", QuoteAsk.class),
                row.integer("deposit_bp"),
                row.dateOrNull("balance_due_on"),
                row.date("valid_until"),
                row.flag("holds"),
                row.number("discount_cents"),
                row.text("discount_reason"),
                row.text("message"),
                row.text("token"),
                row.textOrNull("frozen_sha256"),
                row.instantOrNull("sent_at"),
                row.instantOrNull("opened_at"),
                row.instantOrNull("accepted_at"),
                row.instantOrNull("ended_at"),
                row.text("end_reason"),
                row.numberOrNull("replaces_id"),
                row.integerOrNull("replaces_no"),
                row.numberOrNull("order_no"),
                row.integer("version"));
    }

    private static OrderDraft.Customer customer(Row row) throws SQLException {
        return new OrderDraft.Customer(
                row.text("first_name"),
                row.text("last_name"),
                row.text("email"),
                row.text("phone"),
                row.text("street"),
                row.text("postcode"),
                row.text("city"),
                row.text("country"));
    }
}
