package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.service.FilterRefused;
import fr.halle.order.service.SavedFilters;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The diskette of {@code /pro/orders/list}: keeps the search that is open under a name, or forgets one that was kept. */
@WebServlet(name = "orderFilters", urlPatterns = "/pro/orders/filters")
public class ProOrdersFilters extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient SavedFilters filters;

    @Inject
    private transient CurrentActor actor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        PartSearch search = PartSearch.of(request::getParameter);
        String forget = request.getParameter("forget");
        if (forget != null) {
            forget(forget);
            back(response, search, "");
            return;
        }
        String name = text(request.getParameter("name"));
        try {
            filters.keep(actor.get(), name, search.wrong().isEmpty() ? search.query() : "");
            back(response, search, "keep=done");
        } catch (FilterRefused refused) {
            String shown = name.substring(0, Math.min(name.length(), SavedFilters.LONGEST_NAME));
            back(
                    response,
                    search,
                    "keep=" + refused.reason() + "&name=" + URLEncoder.encode(shown, StandardCharsets.UTF_8));
        }
    }

    private void forget(String id) {
        if (id.matches("\\d{1,18}")) {
            filters.forget(actor.get(), Long.parseLong(id));
        }
    }

    private static void back(HttpServletResponse response, PartSearch search, String said) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", search.address(said));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
