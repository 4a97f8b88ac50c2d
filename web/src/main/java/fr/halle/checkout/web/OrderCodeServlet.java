package fr.halle.checkout.web;

import fr.halle.order.model.PickupCode;
import fr.halle.order.service.CustomerOrders;
import fr.halle.order.service.FollowedOrder;
import fr.halle.order.service.OrderUnknown;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.QrPicture;
import fr.halle.shared.web.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * A part's pickup code as a picture (K17), to whoever has the order's token: {@code /order-code?part=EP-00042-001&token=…}, with
 * {@code &as=png} for mails. It carries the address of the part's page in the back office with the code filled in, so that any
 * phone's camera is the merchant's scanner.
 */
@WebServlet(name = "orderCode", urlPatterns = "/order-code")
public class OrderCodeServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient CustomerOrders orders;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String part = Objects.requireNonNullElse(request.getParameter("part"), "");
        Optional<PickupCode> code = code(part, OrderAddress.token(request));
        if (code.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        QrPicture picture = QrPicture.of(RequestOrigin.of(request) + "/pro/orders/view?number=" + part + "&code="
                + code.get().letters() + "#complete");
        boolean png = "png".equals(request.getParameter("as"));
        response.setContentType(png ? "image/png" : "image/svg+xml");
        response.getOutputStream().write(png ? picture.png() : picture.svg());
    }

    private Optional<PickupCode> code(String number, String token) {
        try {
            FollowedOrder order = orders.byToken(portal.getId(), number, token);
            return order.parts().stream()
                    .filter(part -> part.number().equals(number))
                    .findFirst()
                    .map(order::codeOf);
        } catch (OrderUnknown unknown) {
            return Optional.empty();
        }
    }
}
