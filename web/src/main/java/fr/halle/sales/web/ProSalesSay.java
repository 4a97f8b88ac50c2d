package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.AnsweredMeanwhile;
import fr.halle.sales.service.Answering;
import fr.halle.sales.service.Drafts;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.sales.service.Said;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /pro/sales/say}: an answer, or a note, with its files. What is refused is kept as a draft, so that nothing typed is lost. */
@WebServlet(name = "salesSay", urlPatterns = "/pro/sales/say")
@MultipartConfig(fileSizeThreshold = 262_144)
public class ProSalesSay extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Answering answering;

    @Inject
    private transient Drafts drafts;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        long id = SalesAddress.id(request);
        String text = SalesAddress.text(request, "text");
        Long seen = SalesAddress.number(request, "seen");
        boolean note = "note".equals(request.getParameter("as"));
        try {
            Said said =
                    new Said(text, SentFiles.of(request), seen == null ? 0 : (int) Math.min(seen, Integer.MAX_VALUE));
            if (note) {
                answering.note(actor.get(), id, said);
            } else {
                answering.answer(actor.get(), id, said);
            }
            SalesAddress.seeOther(response, SalesAddress.of(id, "done=" + (note ? "noted" : "answered")) + "#last");
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (FieldRefusal | AnsweredMeanwhile refused) {
            keep(id, text);
            SalesAddress.seeOther(
                    response, SalesAddress.of(id, SalesAddress.refused((BusinessException) refused)) + "#say");
        }
    }

    private void keep(long id, String text) {
        drafts.keep(actor.get(), id, text);
    }
}
