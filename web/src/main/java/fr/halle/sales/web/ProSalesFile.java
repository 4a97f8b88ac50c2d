package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.RequestFiles;
import fr.halle.sales.service.RequestUnknown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file of a conversation, for the desk: to be saved, never to be opened here. */
@WebServlet(name = "salesFile", urlPatterns = "/pro/sales/file")
public class ProSalesFile extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient RequestFiles files;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SavedFile.send(response, files.of(actor.get(), SalesAddress.id(request)));
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
