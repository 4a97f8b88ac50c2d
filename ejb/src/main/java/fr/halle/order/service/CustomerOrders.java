package fr.halle.order.service;

import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Optional;

/** The customer's view of an order, opened by its number and its private token. One round trip whatever the order's size, two
 * where money goes back or is still due. */
@Service
public class CustomerOrders {

    private static final int TOKEN_MOST = 100;

    @Inject
    private Sql sql;

    /**
     * @param number as typed: EP-00042, 42
     * @throws OrderUnknown when no order of the portal has this number, or the token is another's
     */
    public FollowedOrder byToken(long portalId, String number, String token) {
        if (token.isBlank() || token.length() > TOKEN_MOST) {
            throw new OrderUnknown();
        }
        return read(portalId, number)
                .filter(order -> MessageDigest.isEqual(Secrets.sha256(token), Secrets.sha256(order.token())))
                .orElseThrow(OrderUnknown::new);
    }

    private Optional<FollowedOrder> read(long portalId, String number) {
        Optional<Long> orderNo = OrderNumbers.parse(number).map(OrderNumbers.Parsed::order);
        if (orderNo.isEmpty()) {
            return Optional.empty();
        }
        Pipeline pipeline = sql.pipeline();
        FollowedOrderRows rows = new FollowedOrderRows(pipeline, portalId, orderNo.get());
        pipeline.run();
        if (rows.hasMore()) {
            Pipeline second = sql.pipeline();
            rows.askForMore(second);
            second.run();
        }
        return rows.order();
    }
}
