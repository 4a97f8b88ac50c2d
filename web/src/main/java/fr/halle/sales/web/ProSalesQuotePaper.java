package fr.halle.sales.web;

import fr.halle.document.service.QuotePapers;
import fr.halle.document.web.PaperFile;
import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.QuoteUnknown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /pro/sales/quote-paper}: a quote as PDF (S21). */
@WebServlet(name = "salesQuotePaper", urlPatterns = "/pro/sales/quote-paper")
public class ProSalesQuotePaper extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient QuotePapers papers;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            PaperFile.send(response, papers.of(actor.get(), SalesAddress.id(request)));
        } catch (QuoteUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
