package fr.halle.sales.web;

import fr.halle.document.service.QuotePapers;
import fr.halle.document.web.PaperFile;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /quote/paper}: the quote as PDF for its customer, by the token of the link (C24). */
@WebServlet(name = "quotePaper", urlPatterns = "/quote/paper")
public class QuotePaperServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient QuotePapers papers;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PaperFile.send(response, papers.of(portal.getId(), SalesAddress.text(request, "token")));
        } catch (QuoteUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
