package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.Drafts;
import fr.halle.sales.service.Presence;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.shared.service.Json;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code POST /pro/sales/presence}: an open request says that it is open, or being answered, and keeps what is typed; it is told who else
 * is there and whether anything new was said or changed.
 */
@WebServlet(name = "salesPresence", urlPatterns = "/pro/sales/presence")
public class ProSalesPresence extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient Presence presence;

    @Inject
    private transient Drafts drafts;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Words words;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long id = SalesAddress.id(request);
        try {
            boolean writing = "1".equals(request.getParameter("writing"));
            Presence.Seen seen = presence.beat(actor.get(), id, writing);
            if (request.getParameter("text") != null) {
                drafts.keep(actor.get(), id, SalesAddress.text(request, "text"));
            }
            response.setContentType("application/json");
            response.getOutputStream()
                    .write(Json.MAPPER.writeValueAsBytes(
                            Map.of("words", said(seen), "said", seen.said(), "version", seen.version())));
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** « Marion Petit écrit une réponse. » */
    private String said(Presence.Seen seen) {
        return seen.others().stream()
                .map(other -> words.text(
                        other.writing() ? "pro.requests.presence.writes" : "pro.requests.presence.looks", other.name()))
                .collect(Collectors.joining(" "));
    }
}
