package fr.halle.checkout.web;

import fr.halle.order.service.OrderLinks;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.RateLimit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;

/**
 * {@code /track}: finds an order again by its number and address. The answer is the same whatever was typed, and however often;
 * the link goes by mail.
 */
@Named
@RequestScoped
public class TrackPage {

    private static final int MOST_TIMES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private OrderLinks links;

    @Inject
    private RateLimit limit;

    @Inject
    private CurrentPortal portal;

    @Inject
    private HttpServletRequest request;

    private boolean answered;

    public void load() {
        if (request.getMethod().equals("POST")) {
            answered = true;
            if (limit.allows("track", request.getRemoteAddr(), MOST_TIMES, WINDOW)) {
                links.send(portal.getId(), typed("number"), typed("email"));
            }
        }
    }

    public boolean isAnswered() {
        return answered;
    }

    private String typed(String field) {
        String text = request.getParameter(field);
        return text == null ? "" : text;
    }
}
