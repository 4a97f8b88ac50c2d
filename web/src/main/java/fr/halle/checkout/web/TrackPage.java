package fr.halle.checkout.web;

import fr.halle.order.service.OrderLinks;
import fr.halle.shared.web.CurrentPortal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/**
 * {@code /track}: finds an order again by its number and address. The answer is the same whatever was typed; the link goes by
 * mail. Who asks too often is stopped before.
 */
@Named
@RequestScoped
public class TrackPage {

    @Inject
    private OrderLinks links;

    @Inject
    private CurrentPortal portal;

    @Inject
    private HttpServletRequest request;

    private boolean answered;

    public void load() {
        if (request.getMethod().equals("POST")) {
            answered = true;
            links.send(portal.getId(), typed("number"), typed("email"));
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
