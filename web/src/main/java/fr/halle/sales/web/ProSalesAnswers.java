package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.Drafts;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.sales.service.SavedAnswers;
import fr.halle.shared.model.FieldRefusal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /pro/sales/answers}: keeps what is in the box under a name, for the next who is asked the same; or puts one away. */
@WebServlet(name = "salesAnswers", urlPatterns = "/pro/sales/answers")
public class ProSalesAnswers extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SavedAnswers answers;

    @Inject
    private transient Drafts drafts;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = SalesAddress.id(request);
        String text = SalesAddress.text(request, "text");
        Long forget = SalesAddress.number(request, "forget");
        try {
            drafts.keep(actor.get(), id, text);
            if (forget != null) {
                answers.forget(actor.get(), id, forget);
            } else {
                answers.keep(actor.get(), id, SalesAddress.text(request, "title"), text);
            }
            SalesAddress.seeOther(
                    response, SalesAddress.of(id, "done=" + (forget == null ? "kept" : "forgotten")) + "#say");
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (FieldRefusal refused) {
            SalesAddress.seeOther(response, SalesAddress.of(id, SalesAddress.refused(refused)) + "#say");
        }
    }
}
