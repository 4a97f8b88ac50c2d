package fr.halle.simulator.api;

import jakarta.json.JsonStructure;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** JSON leaves at once, or as late as a tester planned, without holding a thread meanwhile. */
public final class Replies {

    public static final String JSON = "application/json";

    private static final Logger LOG = Logger.getLogger(Replies.class.getName());
    private static final int SPARE_MILLIS = 60_000;

    private Replies() {}

    /** @param type without its character set, which is UTF-8 */
    public record Reply(int status, String type, JsonStructure body) {}

    public static void send(HttpServletResponse response, int status, JsonStructure body) throws IOException {
        send(response, new Reply(status, JSON, body));
    }

    public static void sendAfter(
            int delayMillis, Simulator simulator, HttpServletRequest request, HttpServletResponse response, Reply reply)
            throws IOException {
        if (delayMillis == 0) {
            send(response, reply);
            return;
        }
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(delayMillis + SPARE_MILLIS);
        simulator.later(() -> sendLate(waiting, reply), delayMillis);
    }

    private static void sendLate(AsyncContext waiting, Reply reply) {
        try {
            send((HttpServletResponse) waiting.getResponse(), reply);
        } catch (IOException e) {
            LOG.log(Level.FINE, "The caller had gone before the late answer", e);
        }
        waiting.complete();
    }

    private static void send(HttpServletResponse response, Reply reply) throws IOException {
        byte[] body = reply.body().toString().getBytes(StandardCharsets.UTF_8);
        response.setStatus(reply.status());
        response.setContentType(reply.type() + "; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
