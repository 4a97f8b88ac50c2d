package fr.halle.simulator.page;

import fr.halle.simulator.api.Callers;
import fr.halle.simulator.api.Replies;
import fr.halle.simulator.api.Simulator;
import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.provider.Intervention;
import fr.halle.simulator.provider.Scenario;
import fr.halle.simulator.provider.Scenarios;
import fr.halle.simulator.store.Docs;
import jakarta.ejb.EJB;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * {@code /scenarios} for tests, in JSON: POST a plan, GET what is left of the plans, DELETE them all; POST
 * {@code /scenarios/chargeback/{pay-in}}, {@code /return/{payout}} or {@code /verify/{user}} makes it happen at once. This machine
 * only, and no other site's page in a browser on it.
 */
@WebServlet(
        name = "scenarios",
        urlPatterns = {"/scenarios", "/scenarios/*"})
public class ScenarioApi extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BODY = 4096;

    @EJB
    private Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (!Callers.isThisMachine(request) || !Callers.fromOwnPage(request)) {
                throw ApiProblem.forbidden("The simulator answers this machine only.");
            }
            Replies.send(response, 200, answer(request));
        } catch (ApiProblem problem) {
            Replies.send(response, problem.status(), problem.body());
        }
    }

    private JsonStructure answer(HttpServletRequest request) throws IOException {
        String path = Objects.requireNonNullElse(request.getPathInfo(), "");
        String[] parts = path.split("/", -1);
        boolean posted = request.getMethod().equals("POST");
        if (posted && parts.length == 3) {
            return intervene(parts[1], parts[2]);
        }
        if (path.isEmpty() && posted) {
            return plan(body(request));
        }
        if (path.isEmpty() && request.getMethod().equals("DELETE")) {
            simulator.store().inTransaction(Scenarios::clear);
            return Docs.array(java.util.List.of());
        }
        if (path.isEmpty() && request.getMethod().equals("GET")) {
            return Docs.array(simulator.store().inTransaction(Scenarios::open).stream()
                    .map(Scenario::json)
                    .toList());
        }
        throw ApiProblem.notFound(request.getMethod() + " " + path);
    }

    private JsonStructure intervene(String what, String id) {
        Intervention intervention = Arrays.stream(Intervention.values())
                .filter(each -> each.name().equalsIgnoreCase(what))
                .findFirst()
                .orElseThrow(() -> ApiProblem.notFound("intervention " + what));
        if (!id.matches("[A-Za-z0-9_]{1,80}")) {
            throw ApiProblem.notFound(what + " " + id);
        }
        return simulator.store().inTransaction(tx -> intervention.on(tx, id));
    }

    private JsonStructure plan(JsonObject body) {
        String operation = Docs.text(body, "operation");
        String effect = Docs.text(body, "effect");
        int times = body.getInt("times", 1);
        int delay = body.getInt("delayMillis", Scenarios.DEFAULT_DELAY_MILLIS);
        return simulator
                .store()
                .inTransaction(tx -> Scenarios.plan(tx, operation, effect, times, delay))
                .json();
    }

    private static JsonObject body(HttpServletRequest request) throws IOException {
        try {
            byte[] body = request.getInputStream().readNBytes(LONGEST_BODY);
            return Docs.parse(new String(body, StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw ApiProblem.badRequest("body", "The body is not a JSON object: " + e.getMessage());
        }
    }
}
