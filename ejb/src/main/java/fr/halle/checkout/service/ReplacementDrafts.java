package fr.halle.checkout.service;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartView;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.checkout.service.SubstitutionRefused.Reason;
import fr.halle.order.service.FrozenSettings;
import fr.halle.order.service.ReplacedPart;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Freezes a basket that is to replace a part: the customer, the terms that were accepted and the settings are those of the first order. */
@Service
class ReplacementDrafts {

    /** An order with something for adults in it was placed by somebody who declared to be one. */
    private static final String DECLARED_ADULT =
            "select count(*) from order_line l join merchant_order p on p.id = l.merchant_order_id"
                    + " join product d on d.id = l.product_id where p.order_id = ? and d.adults_only";

    @Inject
    private Sql sql;

    @Inject
    private FrozenSettings frozen;

    @Inject
    private HalleClock clock;

    private record Head(Customer customer, String language) {

        static Head of(Row row) throws SQLException {
            return new Head(
                    new Customer(
                            row.text("first_name"),
                            row.text("last_name"),
                            row.text("email"),
                            row.text("phone"),
                            row.text("street"),
                            row.text("postcode"),
                            row.text("city"),
                            row.text("country")),
                    row.text("language"));
        }
    }

    /** @throws SubstitutionRefused when something of it cannot be ordered */
    OrderDraft of(ReplacedPart replaced, CartView cart) {
        if (!cart.lines().allMatch(CartLine::isAvailable)) {
            throw new SubstitutionRefused(Reason.GONE);
        }
        if (!cart.parts().stream().allMatch(CartPart::isReady)) {
            throw new SubstitutionRefused(Reason.COLLECTION);
        }
        if (cart.isForAdults() && sql.number(DECLARED_ADULT, replaced.orderId()) == 0) {
            throw new SubstitutionRefused(Reason.ADULTS);
        }
        Head head = sql.one("select * from customer_order where id = ?", Head::of, replaced.orderId())
                .orElseThrow();
        if (cart.needsAddress() && head.customer().street().isBlank()) {
            throw new SubstitutionRefused(Reason.ADDRESS);
        }
        return new DraftOf(cart, head.customer(), clock.today())
                .with(terms(replaced), head.language(), settings(replaced));
    }

    /** The same, with what was paid already. */
    OrderDraft paying(OrderDraft draft, Coverage coverage) {
        return new OrderDraft(
                draft.customer(), draft.language(), List.of(coverage.part()), draft.terms(), draft.settings(), null);
    }

    private Map<String, String> settings(ReplacedPart replaced) {
        return frozen.of(replaced.orderId()).frozen();
    }

    /** The portal's and this merchant's, as they were accepted then. */
    private List<OrderDraft.Terms> terms(ReplacedPart replaced) {
        return sql.list(
                "select merchant_id, terms_version_id, sha256, accepted_at, address from terms_acceptance"
                        + " where order_id = ? and (merchant_id is null or merchant_id = ?) order by id",
                row -> new OrderDraft.Terms(
                        row.numberOrNull("merchant_id"),
                        row.number("terms_version_id"),
                        row.text("sha256"),
                        row.instant("accepted_at"),
                        row.text("address")),
                replaced.orderId(),
                replaced.merchantId());
    }
}
