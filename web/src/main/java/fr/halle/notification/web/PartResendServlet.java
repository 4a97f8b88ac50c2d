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
        Optional<Long> part = MailFrame.id(request);
        if (part.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            back(response, part.get(), send(request.getParameter("what"), part.get()));
        } catch (MessageUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (SentJustNow again) {
            back(response, part.get(), "justNow&n=" + again.next().getEpochSecond());
        } catch (NothingToSend nothing) {
            back(response, part.get(), "nothing");
        }
    }

    /** @throws MessageUnknown for a button that is none of ours */
    private String send(String what, long part) {
        return switch (Objects.requireNonNullElse(what, "")) {
            case "mails" -> "mails&n=" + resends.confirmations(actor.get(), part);
            case "recap" -> {
                resends.recap(actor.get(), part);
                yield "recap";
            }
            case "balance" -> {
                resends.balance(actor.get(), part);
                yield "balance";
            }
            default -> throw new MessageUnknown();
        };
    }

    private static void back(HttpServletResponse response, long part, String told) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/pro/orders/view?id=" + part + "&told=" + told + "#customer-mails");
    }
}
