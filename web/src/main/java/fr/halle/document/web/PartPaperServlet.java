package fr.halle.document.web;

import fr.halle.document.service.PartPapers;
import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.PartUnknown;
import fr.halle.shared.web.CurrentLanguage;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/** « Impression » (M18) and the detail as PDF (M29), in the reader's language. Somebody else's part is a file that does not exist. */
@WebServlet(name = "partPaper", urlPatterns = "/pro/orders/pdf")
public class PartPaperServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient PartPapers papers;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient CurrentLanguage language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String number = Objects.requireNonNullElse(request.getParameter("number"), "");
            PaperFile.send(response, papers.of(actor.get(), number, language.getCode()));
        } catch (PartUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
