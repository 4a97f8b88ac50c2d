package fr.halle.notification.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.notification.service.MessageUnknown;
import fr.halle.notification.service.NothingToSend;
import fr.halle.notification.service.Resends;
import fr.halle.notification.service.SentJustNow;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The buttons at the bottom of « Consultation de la commande » (M20): the customer's mails once more (M17), the whole order in
 * one (M19), or the link to pay a balance (M21). Somebody else's part is a page that does not exist; the filter before it refuses
 * a form that is not ours.
 */
@WebServlet(name = "resendPart", urlPatterns = "/pro/part-resend")
public class PartResendServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Resends resends;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Long> part = MessagesAsked.number(request, "id");
        if (part.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            send(request.getParameter("what"), part.get(), response);
        } catch (MessageUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (SentJustNow again) {
            back(response, part.get(), "justNow", again.next().getEpochSecond());
        } catch (NothingToSend nothing) {
            back(response, part.get(), "nothing", 0);
        }
    }

    /** @throws MessageUnknown for a button that is none of ours */
    private void send(@Nullable String what, long part, HttpServletResponse response) {
        switch (Objects.requireNonNullElse(what, "")) {
            case "mails" -> back(response, part, "mails", resends.confirmations(actor.get(), part));
            case "recap" -> {
                resends.recap(actor.get(), part);
                back(response, part, "recap", 0);
            }
            case "balance" -> {
                resends.balance(actor.get(), part);
                back(response, part, "balance", 0);
            }
            default -> throw new MessageUnknown();
        }
    }

    private static void back(HttpServletResponse response, long part, String told, long number) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location", "/pro/orders/view?id=" + part + "&told=" + told + "&n=" + number + "#customer-mails");
    }
}
