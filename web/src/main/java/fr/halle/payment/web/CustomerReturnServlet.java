package fr.halle.payment.web;

import fr.halle.checkout.service.CustomerReturns;
import fr.halle.checkout.service.CustomerReturns.Destination;
import fr.halle.sales.service.QuoteAnswers;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /payment/return?ref=…}: from the provider's page to the order's, which says what became of the payment. */
@WebServlet(name = "customerReturn", urlPatterns = "/payment/return")
public class CustomerReturnServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient CustomerReturns returns;

    @Inject
    private transient QuoteAnswers quotes;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Destination> destination =
                reference(request.getParameter("ref")).flatMap(returns::back);
        if (destination.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", address(destination.get()));
    }

    private String address(Destination destination) {
        Long quote = destination.quoteId();
        if (quote != null) {
            return "/quote?token=" + URLEncoder.encode(quotes.tokenOf(quote), StandardCharsets.UTF_8)
                    + (destination.givenBack() ? "&returned=back" : "&returned=1");
        }
        String token = URLEncoder.encode(destination.token(), StandardCharsets.UTF_8);
        return destination.balance()
                ? "/balance?token=" + token + "&returned=1"
                : "/order/" + destination.orderNumber() + "?token=" + token;
    }

    private static Optional<UUID> reference(@Nullable String typed) {
        try {
            return typed == null ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException malformed) {
            // Whoever types an address by hand is told that there is nothing here.
            return Optional.empty();
        }
    }
}
