package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.DossierDone;
import fr.halle.sales.service.DossierNotSettled;
import fr.halle.sales.service.RequestUnknown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code POST /pro/sales/dossier-done}: the box "Saisie dans le logiciel (Traité)" (S16). */
@WebServlet(name = "salesDossierDone", urlPatterns = "/pro/sales/dossier-done")
public class ProSalesDossierDone extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient DossierDone dossier;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = SalesAddress.id(request);
        boolean fromTable = "table".equals(request.getParameter("back"));
        String back = fromTable ? "/pro/sales/dossiers?view=list" : SalesAddress.of(id, "");
        try {
            dossier.set(actor.get(), id, "1".equals(request.getParameter("done")));
            SalesAddress.seeOther(response, back);
        } catch (DossierNotSettled refused) {
            SalesAddress.seeOther(response, back + "&" + SalesAddress.refused(refused));
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
