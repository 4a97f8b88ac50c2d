package fr.halle.simulator.page;

import fr.halle.simulator.api.Callers;
import fr.halle.simulator.api.Replies;
import fr.halle.simulator.api.Simulator;
import fr.halle.simulator.outside.Mishap;
import fr.halle.simulator.outside.OutsidePlans;
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
import java.util.Locale;

/** {@code /outside/plans} for tests, in JSON: POST a mishap, GET what is left of them, DELETE them all. This machine only. */
@WebServlet(name = "outsidePlans", urlPatterns = "/outside/plans")
public class OutsidePlansApi extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_BODY = 4096;
    private static final int USUAL_MILLIS = 30_000;

    @EJB
    private Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Callers.isThisMachine(request) || !Callers.fromOwnPage(request)) {
            Replies.send(response, 403, Docs.of("title", "The stand-in answers this machine only."));
            return;
        }
        try {
            switch (request.getMethod()) {
                case "GET" -> Replies.send(response, 200, plans());
                case "DELETE" -> {
                    simulator.store().inTransaction(OutsidePlans::clear);
                    Replies.send(response, 200, plans());
                }
                case "POST" -> {
                    plan(Docs.parse(
                            new String(request.getInputStream().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8)));
                    Replies.send(response, 200, plans());
                }
                default -> Replies.send(response, 405, Docs.of("title", "GET, POST or DELETE."));
            }
        } catch (JsonException | IllegalArgumentException | ClassCastException wrong) {
            Replies.send(response, 400, Docs.of("title", wrong.getMessage()));
        }
    }

    private void plan(JsonObject body) {
        String label = Docs.text(body, "mishap").toLowerCase(Locale.ROOT);
        Mishap mishap = Mishap.labelled(label).orElseThrow(() -> new IllegalArgumentException("mishap " + label));
        int times = body.getInt("times", 1);
        int millis = body.getInt("delayMillis", USUAL_MILLIS);
        simulator.store().inTransaction(tx -> {
            OutsidePlans.plan(tx, mishap, times, millis);
            return true;
        });
    }

    private JsonStructure plans() {
        return Docs.array(simulator.store().inTransaction(OutsidePlans::open).stream()
                .map(plan -> Docs.of(
                        "mishap", plan.mishap().label(),
                        "times", plan.timesLeft(),
                        "delayMillis", plan.delayMillis()))
                .toList());
    }
}
