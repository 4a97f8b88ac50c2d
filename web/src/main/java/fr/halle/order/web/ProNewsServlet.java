package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.ProAddress;
import fr.halle.order.service.NewParts;
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

/**
 * {@code GET /pro/news?since=…&unseen=…}: what an open page of the back office asks every now and then (M52). {@code POST} switches
 * the sound, from a form that works without script.
 */
@WebServlet(name = "proNews", urlPatterns = "/pro/news")
public class ProNewsServlet extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String HOME = "/pro";

    @Inject
    private transient NewParts parts;

    @Inject
    private transient CurrentActor actor;

    @Inject
    private transient Words words;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Whoever signs in again may be sent on to what was asked last, which was this.
        if ("navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            response.sendRedirect(HOME);
            return;
        }
        NewParts.News news = parts.since(actor.get(), Instant.ofEpochMilli(number(request, "since")));
        // A part whose order was being written while the page was read is no newer than the page, but it is unseen.
        long count = Math.max(news.newer(), news.unseen() - number(request, "unseen"));
        response.setContentType("application/json");
        response.getOutputStream()
                .write(Json.MAPPER.writeValueAsBytes(Map.of(
                        "count",
                        Math.max(0, count),
                        "unseen",
                        news.unseen(),
                        "sound",
                        news.sound(),
                        "words",
                        words.count("pro.news.parts", Math.max(1, count)))));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        parts.sound(actor.get(), "on".equals(request.getParameter("sound")));
        String back = request.getParameter("back");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", back != null && ProAddress.isOurs(back) ? back : HOME);
    }

    /** What nobody but our page sends; anything else asks from the beginning, with nothing seen. */
    private static long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : 0;
    }
}
