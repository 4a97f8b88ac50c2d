package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A checkout as it was written down, or is about to be, held together with its cart until the transaction ends.
 *
 * @param merchants whom to tell, by id
 */
record FrozenCheckout(
        long id,
        long portalId,
        UUID cartId,
        long orderNo,
        String token,
        State state,
        boolean cartOrdered,
        OrderDraft draft,
        long totalCents,
        long dueNowCents,
        Map<Long, Contact> merchants) {

    enum State {
        PENDING,
        PLACED,
        FAILED,
        EXPIRED
    }

    /**
     * @param mobile null where the merchant gave none, or wants no SMS
     * @param language its account's
     */
    record Contact(long merchantId, String email, @Nullable String mobile, String language) {

        private static final String ASK = "select id, email, case when sms_opt_in then mobile end as mobile, language"
                + " from merchant join merchant_language on merchant_id = id where id ";

        static Pipeline.Answer<Contact> ask(Pipeline pipeline, Long[] merchantIds) {
            return pipeline.list(ASK + "= any(?)", Contact::of, (Object) merchantIds);
        }

        static Pipeline.Answer<Contact> ask(Pipeline pipeline, long checkoutId) {
            return pipeline.list(
                    ASK + "in (select (part ->> 'merchantId')::bigint from checkout k,"
                            + " jsonb_array_elements(k.draft -> 'parts') part where k.id = ?)",
                    Contact::of,
                    checkoutId);
        }

        static Map<Long, Contact> byId(List<Contact> contacts) {
            return contacts.stream().collect(Collectors.toMap(Contact::merchantId, Function.identity()));
        }

        private static Contact of(Row row) throws SQLException {
            return new Contact(row.number("id"), row.text("email"), row.textOrNull("mobile"), row.text("language"));
        }
    }

    private static final String CART =
            "select state from cart where id = (select cart_id from checkout where id = ?) for no key update";

    /** The cart first, then the checkout: as the order button does. */
    static FrozenCheckout lock(Sql sql, long checkoutId) {
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<String> cart = pipeline.list(CART, row -> row.text("state"), checkoutId);
        Map<Long, Contact> merchants = new HashMap<>();
        Pipeline.Answer<FrozenCheckout> checkout = pipeline.list(
                "select * from checkout where id = ? for no key update",
                row -> of(row, cart.only().equals("ORDERED"), merchants),
                checkoutId);
        Pipeline.Answer<Contact> contacts = Contact.ask(pipeline, checkoutId);
        pipeline.run();
        merchants.putAll(Contact.byId(contacts.rows()));
        return checkout.only();
    }

    private static FrozenCheckout of(Row row, boolean cartOrdered, Map<Long, Contact> merchants) throws SQLException {
        return new FrozenCheckout(
                row.number("id"),
                row.number("portal_id"),
                row.uuid("cart_id"),
                row.number("order_no"),
                row.text("token"),
                row.constant("state", State.class),
                cartOrdered,
                Json.read(row.text("draft"), OrderDraft.class),
                row.number("total_cents"),
                row.number("due_now_cents"),
                merchants);
    }
}
