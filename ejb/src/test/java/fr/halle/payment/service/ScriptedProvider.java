package fr.halle.payment.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An HTTP server that answers each call with the next reply a test has written for it. */
final class ScriptedProvider implements AutoCloseable {

    /** @param delayMillis how late it comes */
    private record Reply(int status, String body, long delayMillis) {}

    final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final HttpServer server;

    ScriptedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        on("POST oauth/token", 200, "{\"access_token\":\"one\",\"expires_in\":1200}");
    }

    /** The last reply written for a call is given for ever. */
    ScriptedProvider on(String call, int status, String body) {
        return late(call, status, body, 0);
    }

    ScriptedProvider late(String call, int status, String body, long delayMillis) {
        replies.computeIfAbsent(call, key -> new ArrayDeque<>()).add(new Reply(status, body, delayMillis));
        return this;
    }

    MangopayHttp http() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new MangopayHttp(
                new MangopaySettings(url, "client", "key"), Duration.ofMillis(400), Duration.ofMillis(400));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().replaceFirst("^/v2.01/(client/)?", "");
        String call = exchange.getRequestMethod() + " " + path;
        calls.add(call);
        exchange.getRequestBody().readAllBytes();
        Reply reply = next(call);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(reply.delayMillis()));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Reply next(String call) {
        Deque<Reply> waiting = replies.getOrDefault(call, new ArrayDeque<>());
        if (waiting.isEmpty()) {
            return new Reply(404, "{\"Type\":\"ressource_not_found\",\"Message\":\"nothing here\"}", 0);
        }
        return waiting.size() == 1 ? waiting.peek() : waiting.pop();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
