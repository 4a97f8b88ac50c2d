package fr.halle.notification.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.notification.service.MessageUnknown;
import fr.halle.notification.service.Resends;
import fr.halle.notification.service.SentJustNow;
import fr.halle.shared.model.MoveRefused;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** The buttons « Renvoyer » and « Tout renvoyer » of {@code /pro/messages}; the filter before it refuses a form that is not ours. */
@WebServlet(name = "resendMessage", urlPatterns = "/pro/message-resend")
public class ResendServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Resends resends;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("dead".equals(request.getParameter("all"))) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(
                    "Location",
                    "/pro/messages?all="
                            + resends.dead(actor.get(), actor.account().portalId()));
            return;
        }
        Optional<Long> id = MessagesAsked.number(request, "id");
        if (id.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            resends.one(actor.get(), actor.account().portalId(), id.get());
            back(response, id.get(), "sent");
        } catch (MessageUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (SentJustNow again) {
            back(response, id.get(), "justNow");
        } catch (MoveRefused waiting) {
            back(response, id.get(), "waiting");
        }
    }

    private static void back(HttpServletResponse response, long id, String done) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/pro/messages?id=" + id + "&done=" + done);
    }
}
