package fr.halle.checkout.api;

import fr.halle.checkout.service.CheckoutOutcomes;
import fr.halle.order.service.CustomerOrders;
import fr.halle.order.service.OrderUnknown;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.Words;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** {@code GET /orders/{number}?token=}: an order for who holds its private token; before it is one, what became of its payment. */
@Path("orders/{number}")
@Service
@Produces("application/json")
public class OrdersResource {

    @Inject
    private CustomerOrders orders;

    @EJB
    private CheckoutOutcomes outcomes;

    @Inject
    private CurrentPortal portal;

    @Inject
    private Words words;

    @GET
    public OrderJson get(@PathParam("number") String number, @QueryParam("token") @Nullable String token) {
        if (!portal.isKnown() || token == null) {
            throw new OrderUnknown();
        }
        try {
            return OrderJson.of(orders.byToken(portal.getId(), number, token), words);
        } catch (OrderUnknown notYet) {
            return outcomes.byToken(portal.getId(), number, token)
                    .map(OrderJson::of)
                    .orElseThrow(() -> notYet);
        }
    }
}
