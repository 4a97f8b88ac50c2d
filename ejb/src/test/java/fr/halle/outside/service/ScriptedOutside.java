package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.halle.shared.service.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** An outside system over HTTP that keeps its contract, but for what the test has it do with the next calls that change something. */
final class ScriptedOutside implements AutoCloseable {

    static final String KEY = "a-key-of-at-least-thirty-two-characters";
    static final String DAY = "2026-11-22";

    /** What happens to a POST: {@code takes} says whether it is booked, {@code status} what is answered; 0 is silence. */
    record Mood(boolean takes, int status) {}

    /** Beside the status of HTTP: the beginning of an answer, then nothing; and one to which there is no end but a gigabyte. */
    static final int STOPS_HALF_WAY = -1;

    static final int NEVER_ENDS = -2;

    final AtomicLong written = new AtomicLong();

    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    final List<Map<String, String>> headers = new CopyOnWriteArrayList<>();
    final Map<String, String> receipts = new ConcurrentHashMap<>();
    final Map<String, String> cancelled = new ConcurrentHashMap<>();
    final Map<String, String> pages = new ConcurrentHashMap<>();
    private volatile Duration slowness = Duration.ZERO;
    private final Deque<Mood> moods = new ArrayDeque<>();
    private final HttpServer server;

    ScriptedOutside() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    OutsideAccount account() {
        return new OutsideAccount("http://127.0.0.1:" + server.getAddress().getPort() + "/o", "town.shop", KEY);
    }

    ScriptedOutside next(boolean takes, int status) {
        moods.add(new Mood(takes, status));
        return this;
    }

    /** How long it thinks about whatever it is asked. */
    void thinks(Duration time) {
        slowness = time;
    }

    long sent() {
        return calls.stream().filter(call -> call.equals("POST /v1/sales")).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestURI().toString().substring("/o".length());
        String call = exchange.getRequestMethod() + " " + target.replaceAll("[0-9a-f-]{36}", "KEY");
        calls.add(call);
        LockSupport.parkNanos(slowness.toNanos());
        bodies.add(body);
        headers.add(Map.of(
                "target", target,
                "time", exchange.getRequestHeaders().getFirst("Halle-Timestamp"),
                "nonce", exchange.getRequestHeaders().getFirst("Halle-Nonce"),
                "signature", exchange.getRequestHeaders().getFirst("Halle-Signature")));
        Mood mood = call.startsWith("POST") && !moods.isEmpty() ? moods.poll() : new Mood(true, 200);
        String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        if (mood.status() >= 200 && mood.status() < 300) {
            reply(exchange, call, target, key);
            return;
        }
        if (mood.takes()) {
            take(call, key);
        }
        if (mood.status() < 0) {
            dawdle(exchange, mood.status() == NEVER_ENDS ? 16_384 : 1);
        } else if (mood.status() != 0) {
            send(exchange, mood.status(), "{\"type\":\"/problems/outside/planned\",\"title\":\"Planned\"}");
        }
    }

    private void dawdle(HttpExchange exchange, int times) throws IOException {
        byte[] some = new byte[times == 1 ? 10 : 65_536];
        Arrays.fill(some, (byte) ' ');
        exchange.sendResponseHeaders(200, 0);
        for (int i = 0; i < times; i++) {
            exchange.getResponseBody().write(some);
            exchange.getResponseBody().flush();
            written.addAndGet(some.length);
        }
    }

    private void take(String call, String key) {
        if (call.endsWith("/cancellation")) {
            cancelled.putIfAbsent(key, "A-" + cancelled.size());
        } else {
            receipts.putIfAbsent(key, "R-" + receipts.size());
        }
    }

    private void reply(HttpExchange exchange, String call, String target, String key) throws IOException {
        if (call.equals("POST /v1/sales")) {
            if (cancelled.containsKey(key) && !receipts.containsKey(key)) {
                send(exchange, 410, "{\"type\":\"/problems/outside/sale-cancelled\"}");
                return;
            }
            take(call, key);
            send(exchange, 201, receipt(receipts.get(key)));
        } else if (call.startsWith("POST")) {
            take(call, key);
            send(exchange, 200, receipt(cancelled.get(key)));
        } else if (call.startsWith("GET /v1/sales/")) {
            String found = receipts.get(target.substring("/v1/sales/".length()));
            send(
                    exchange,
                    found == null ? 404 : 200,
                    found == null ? "{\"type\":\"/x/sale-unknown\"}" : receipt(found));
        } else {
            String page = pages.get(target);
            send(exchange, page == null ? 404 : 200, page == null ? "{\"type\":\"/x/catalogue-unknown\"}" : page);
        }
    }

    private static String receipt(String number) {
        return "{\"receipt\":\"" + number + "\",\"takenOn\":\"" + DAY + "\"}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    JsonNode lastSale() {
        return Json.read(bodies.get(bodies.size() - 1), JsonNode.class);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
