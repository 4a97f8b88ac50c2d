package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.DefaultSearches;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The diskette of Demandes (S26): the search that is open is what the list opens with from now on, for this secretary. */
@WebServlet(name = "salesFilters", urlPatterns = "/pro/sales/filters")
public class ProSalesFilters extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient DefaultSearches defaults;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        String query = RequestSearch.of(request::getParameterValues).query();
        boolean forget = request.getParameter("forget") != null;
        defaults.keep(actor.get(), DefaultSearches.REQUESTS, forget ? "" : query);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", "/pro/sales/requests?all=1&keep=done" + (query.isEmpty() ? "" : "&" + query));
    }
}
