package fr.halle.simulator.page;

import fr.halle.simulator.api.Callers;
import fr.halle.simulator.api.Simulator;
import fr.halle.simulator.outside.Mishap;
import fr.halle.simulator.outside.OutsideBooks;
import fr.halle.simulator.outside.OutsidePlans;
import fr.halle.simulator.store.Tx;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The stand-in outside system as a tester sees it: what it was told, and what shall go wrong next. This machine only. */
@WebServlet(name = "outsideTester", urlPatterns = "/outside/")
public class OutsidePage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MILLIS = 1000;
    private static final int MOST = 50;

    @EJB
    private Simulator simulator;

    private final transient Template template = new Template("outside");

    private record Seen(List<OutsidePlans.Plan> plans, List<OutsideBooks.Sale> sales) {

        static Seen look(Tx tx) throws SQLException {
            return new Seen(OutsidePlans.open(tx), OutsideBooks.newest(tx, MOST));
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Callers.isThisMachine(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        send(request, response, "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (!Callers.isThisMachine(request) || !Callers.fromOwnPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            act(request);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "./");
        } catch (IllegalArgumentException wrong) {
            send(request, response, Objects.requireNonNullElse(wrong.getMessage(), ""));
        }
    }

    private void act(HttpServletRequest request) {
        if (field(request, "action").equals("forget")) {
            simulator.store().inTransaction(OutsidePlans::clear);
            return;
        }
        Mishap mishap = Mishap.labelled(field(request, "mishap"))
                .orElseThrow(() -> new IllegalArgumentException(field(request, "mishap")));
        int times = number(request, "times");
        int millis = number(request, "seconds") * MILLIS;
        simulator.store().inTransaction(tx -> {
            OutsidePlans.plan(tx, mishap, times, millis);
            return true;
        });
    }

    private void send(HttpServletRequest request, HttpServletResponse response, String error) throws IOException {
        Locale language = Template.language(request.getLocale().getLanguage());
        Map<String, String> texts = Template.texts(language);
        Seen seen = simulator.store().inTransaction(Seen::look);
        Map<String, Object> values = new HashMap<>();
        values.put("t", texts);
        values.put("context", request.getContextPath());
        values.put("error", error);
        values.put(
                "mishaps",
                Arrays.stream(Mishap.values())
                        .map(each -> Map.of("value", each.label(), "name", word(texts, each)))
                        .toList());
        values.put(
                "plans",
                seen.plans().stream()
                        .map(plan -> Map.of("name", word(texts, plan.mishap()), "times", plan.timesLeft()))
                        .toList());
        values.put(
                "sales",
                seen.sales().stream().map(sale -> sale(sale, texts, language)).toList());
        template.send(response, values, "");
    }

    private static Map<String, Object> sale(OutsideBooks.Sale sale, Map<String, String> texts, Locale language) {
        Map<String, Object> row = new HashMap<>();
        row.put("day", sale.takenOn());
        row.put("receipt", sale.receipt().isEmpty() ? "–" : sale.receipt());
        row.put("reference", sale.reference());
        row.put("label", sale.label());
        row.put("product", sale.catalogue() + " " + sale.product());
        row.put("customer", sale.customer());
        row.put("amount", Amounts.format(sale.totalCents(), language));
        row.put("cancelled", sale.isCancelled());
        row.put(
                "state",
                texts.getOrDefault(
                        sale.isCancelled() ? "outsideCancelled" : sale.twin() ? "outsideTwin" : "outsideTaken", ""));
        return row;
    }

    private static String word(Map<String, String> texts, Mishap mishap) {
        return texts.getOrDefault("mishap" + mishap.name(), mishap.label());
    }

    private static int number(HttpServletRequest request, String name) {
        String typed = field(request, name).strip();
        if (!typed.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(name + ": " + typed);
        }
        return Integer.parseInt(typed);
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
