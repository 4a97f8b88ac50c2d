package fr.halle.simulator.outside;

import fr.halle.simulator.api.Callers;
import fr.halle.simulator.api.Replies;
import fr.halle.simulator.api.Simulator;
import fr.halle.simulator.store.StoreFailure;
import jakarta.ejb.EJB;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** HTTP on one side, {@link OutsideDoor} on the other. Only this machine may call. */
@WebServlet(name = "outside", urlPatterns = "/outside/v1/*", asyncSupported = true)
public class OutsideServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(OutsideServlet.class.getName());
    private static final int LONGEST_BODY = 64 * 1024;

    @EJB
    private Simulator simulator;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OutsideReply reply = Callers.isThisMachine(request)
                ? enter(call(request))
                : OutsideReply.problem(403, "forbidden", "The stand-in answers this machine only.");
        String type = reply.isProblem() ? "application/problem+json" : Replies.JSON;
        Replies.Reply json = new Replies.Reply(reply.status(), type, reply.body());
        Replies.sendAfter(reply.delayMillis(), simulator, request, response, json);
    }

    private OutsideReply enter(OutsideCall call) {
        try {
            return simulator.outside().enter(call);
        } catch (StoreFailure e) {
            LOG.log(Level.SEVERE, "The stand-in could not answer; nothing was done", e);
            return OutsideReply.problem(500, "internal", "Nothing was done.");
        }
    }

    private static OutsideCall call(HttpServletRequest request) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        String path = request.getRequestURI().substring((request.getContextPath() + "/outside").length());
        String query = request.getQueryString();
        String body = new String(request.getInputStream().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
        return new OutsideCall(request.getMethod(), query == null ? path : path + "?" + query, headers, body);
    }
}
