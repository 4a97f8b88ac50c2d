package fr.halle.simulator.api;

import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.store.StoreFailure;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** HTTP on one side, {@link Door} on the other. Only this machine may call. */
@WebServlet(
        name = "api",
        urlPatterns = {"/v2.01/*", "/report"},
        asyncSupported = true)
public class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ApiServlet.class.getName());
    private static final int LONGEST_BODY = 64 * 1024;

    @EJB
    private Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = Callers.isThisMachine(request)
                ? answer(call(request))
                : Answer.problem(ApiProblem.forbidden("The simulator answers this machine only."));
        Replies.Reply reply = new Replies.Reply(answer.status(), Replies.JSON, answer.body());
        Replies.sendAfter(answer.delayMillis(), simulator, request, response, reply);
    }

    private Answer answer(Call call) {
        try {
            return simulator.door().enter(call);
        } catch (StoreFailure e) {
            LOG.log(Level.SEVERE, "The simulator could not answer; nothing was done", e);
            return Answer.problem(ApiProblem.internal());
        }
    }

    private static Call call(HttpServletRequest request) throws IOException {
        Map<String, String> query = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, parameter -> parameter.getValue()[0]));
        byte[] body = request.getInputStream().readNBytes(LONGEST_BODY);
        String path = Objects.requireNonNullElse(request.getPathInfo(), request.getServletPath());
        return new Call(
                request.getMethod(),
                path.substring(1),
                Objects.requireNonNullElse(request.getHeader("Authorization"), ""),
                Objects.requireNonNullElse(request.getHeader("Idempotency-Key"), ""),
                query,
                new String(body, StandardCharsets.UTF_8),
                Callers.base(request));
    }
}
