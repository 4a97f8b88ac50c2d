package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.NewsOfRequests;
import fr.halle.shared.service.Json;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** {@code GET /pro/sales/news?since=…}: what an open page asks every now and then, to tell of new requests and messages (S01, S10). */
@WebServlet(name = "salesNews", urlPatterns = "/pro/sales/news")
public class ProSalesNews extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient NewsOfRequests news;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            response.sendRedirect("/pro/sales/requests");
            return;
        }
        String since = request.getParameter("since");
        long from = since != null && since.matches("\\d{1,15}") ? Long.parseLong(since) : 0;
        NewsOfRequests.News read = news.since(actor.get(), Instant.ofEpochMilli(from));
        response.setContentType("application/json");
        response.getOutputStream()
                .write(Json.MAPPER.writeValueAsBytes(Map.of(
                        "unread",
                        read.unread(),
                        "newer",
                        read.newer(),
                        "at",
                        read.at().toEpochMilli(),
                        "words",
                        words.count("pro.requests.news", Math.max(1, read.newer())))));
    }
}
