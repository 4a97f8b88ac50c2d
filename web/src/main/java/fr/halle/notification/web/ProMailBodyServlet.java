package fr.halle.notification.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.notification.service.Message;
import fr.halle.notification.service.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** A mail for the frame of the back office: only to whom it concerns, and without the customer's keys. */
@WebServlet(name = "proMailBody", urlPatterns = "/pro/mail-body")
public class ProMailBodyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Messages messages;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Long portal = actor.account().portalId();
        Optional<Message.Body> body =
                MessagesAsked.number(request, "id").flatMap(id -> messages.body(actor.get(), portal, id));
        if (body.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        MailFrame.write(response, Objects.requireNonNullElse(body.get().html(), ""));
    }
}
