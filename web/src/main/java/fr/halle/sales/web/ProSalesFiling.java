package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.RequestFiling;
import fr.halle.sales.service.RequestUnknown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /pro/sales/filing}: archives a request (S28), takes it out again, says that it is spam or that it is not. */
@WebServlet(name = "salesFiling", urlPatterns = "/pro/sales/filing")
public class ProSalesFiling extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient RequestFiling filing;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = SalesAddress.id(request);
        String asked = SalesAddress.text(request, "do");
        try {
            switch (asked) {
                case "archive" -> filing.archive(actor.get(), id);
                case "unarchive" -> filing.unarchive(actor.get(), id);
                case "spam" -> filing.spam(actor.get(), id);
                case "notSpam" -> filing.notSpam(actor.get(), id);
                default -> throw new RequestUnknown();
            }
            SalesAddress.seeOther(response, SalesAddress.of(id, "done=" + asked));
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
