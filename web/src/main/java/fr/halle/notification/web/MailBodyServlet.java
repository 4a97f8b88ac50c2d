package fr.halle.notification.web;

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

/** A mail as it arrives, for the frame of the demo's outbox. Its own policy: styles of its own, our pictures, and nothing that runs. */
@WebServlet(name = "demoMailBody", urlPatterns = "/demo/mail-body")
public class MailBodyServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Messages messages;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Message.Body> body =
                Demo.isOn() ? MessagesAsked.number(request, "id").flatMap(messages::body) : Optional.empty();
        if (body.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        MailFrame.write(response, Objects.requireNonNullElse(body.get().html(), ""));
    }
}
