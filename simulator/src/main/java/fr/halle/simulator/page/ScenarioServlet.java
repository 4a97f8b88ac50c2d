package fr.halle.simulator.page;

import fr.halle.simulator.api.Callers;
import fr.halle.simulator.api.Simulator;
import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.provider.Intervention;
import fr.halle.simulator.provider.Overview;
import fr.halle.simulator.provider.Scenarios;
import fr.halle.simulator.store.Tx;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

/** The tester's page: what has happened lately, and what shall go wrong next. This machine only. */
@WebServlet(name = "tester", urlPatterns = "")
public class ScenarioServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MILLIS = 1000;

    @EJB
    private Simulator simulator;

    private final transient ScenarioPage page = new ScenarioPage();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Callers.isThisMachine(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        page.send(request, response, simulator.store().inTransaction(Overview::look), "");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.setCharacterEncoding("UTF-8");
        if (!Callers.isThisMachine(request) || !Callers.fromOwnPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            simulator.store().inTransaction(tx -> act(tx, request));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "./");
        } catch (ApiProblem problem) {
            Overview overview = simulator.store().inTransaction(Overview::look);
            page.send(request, response, overview, problem.detail());
        }
    }

    private static boolean act(Tx tx, HttpServletRequest request) throws SQLException {
        String action = field(request, "action");
        switch (action) {
            case "plan" -> plan(tx, request);
            case "forget" -> Scenarios.clear(tx);
            case "CHARGEBACK", "RETURN", "VERIFY" ->
                Intervention.valueOf(action).on(tx, field(request, "id"));
            default -> throw ApiProblem.badRequest("action", "Unknown.");
        }
        return true;
    }

    private static void plan(Tx tx, HttpServletRequest request) throws SQLException {
        String[] mishap = field(request, "mishap").split(" ", -1);
        if (mishap.length != 2) {
            throw ApiProblem.badRequest("mishap", "Unknown.");
        }
        Scenarios.plan(tx, mishap[0], mishap[1], number(request, "times"), number(request, "seconds") * MILLIS);
    }

    private static int number(HttpServletRequest request, String name) {
        String typed = field(request, name).strip();
        if (!typed.matches("[0-9]{1,6}")) {
            throw ApiProblem.badRequest(name, "A number is expected.");
        }
        return Integer.parseInt(typed);
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
