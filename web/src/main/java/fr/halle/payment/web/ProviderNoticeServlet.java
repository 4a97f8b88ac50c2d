package fr.halle.payment.web;

import fr.halle.payment.service.HookRegistration;
import fr.halle.payment.service.NoticeHandler;
import fr.halle.payment.service.Notices;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * {@code /payment/notice/{secret}?EventType=&RessourceId=&Date=} (the provider's spelling): written down, answered within its two
 * seconds, handled after. By itself it changes no state.
 */
@WebServlet(name = "providerNotice", urlPatterns = "/payment/notice/*")
public class ProviderNoticeServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Notices notices;

    @Inject
    private transient NoticeHandler handler;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        if (!HookRegistration.isSecret(path.substring(1))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String event = Objects.requireNonNullElse(request.getParameter("EventType"), "");
        String resource = Objects.requireNonNullElse(request.getParameter("RessourceId"), "");
        if (!Notices.isPlausible(event, resource)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        handler.handleSoon(notices.received(event, resource));
        response.setContentType("text/plain");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write("OK");
    }
}
