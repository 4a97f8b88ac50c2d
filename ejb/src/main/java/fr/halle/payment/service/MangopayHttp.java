package fr.halle.payment.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.payment.service.ProviderAnswer.Refused;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderAnswer.Unknown;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Mangopay speaks it: a bearer token, a key on every POST, 409 for a key it has seen, {@code /responses/{key}} for what it
 * answered then. A time-out is never a no: the answer is looked for once under the key, else it stays unknown.
 */
class MangopayHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(8);
    /** After a time-out the customer has waited enough. */
    private static final Duration SECOND_ANSWER = Duration.ofSeconds(3);

    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private final MangopaySettings settings;
    private final Duration patience;
    private final Duration secondPatience;
    private final MangopayToken token;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    MangopayHttp(MangopaySettings settings) {
        this(settings, ANSWER, SECOND_ANSWER);
    }

    MangopayHttp(MangopaySettings settings, Duration patience, Duration secondPatience) {
        this.settings = settings;
        this.patience = patience;
        this.secondPatience = secondPatience;
        this.token = new MangopayToken(settings, client);
    }

    /** What came back over the wire; an exception that says nothing of the outcome becomes {@link #status} 0. */
    private record Reply(int status, String body) {

        private static final int NONE = 0;

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** Whether the provider decided; 5xx, 429 and silence leave it open. */
        boolean isDecided() {
            return status >= 200 && status < 500 && status != TOO_MANY && status != UNAUTHORISED;
        }
    }

    ProviderAnswer<JsonNode> get(String path) {
        return answer(send("GET", path, null, null, patience));
    }

    ProviderAnswer<JsonNode> post(String path, UUID key, JsonNode body) {
        Reply reply = send("POST", path, key, body.toString(), patience);
        if (reply.status() == CONFLICT || !reply.isDecided()) {
            return earlier(key, reply);
        }
        return answer(reply);
    }

    ProviderAnswer<JsonNode> put(String path, JsonNode body) {
        return answer(send("PUT", path, UUID.randomUUID(), body.toString(), patience));
    }

    /** What was answered to the key the first time, if it ever was. */
    private ProviderAnswer<JsonNode> earlier(UUID key, Reply first) {
        Reply reply = send("GET", "responses/" + key, null, null, secondPatience);
        if (!reply.isOk()) {
            return new Unknown<>("HTTP " + first.status() + ": " + shortened(first.body()));
        }
        return parsed(reply.body())
                .then(envelope -> answer(new Reply(
                        envelope.path("StatusCode").asInt(Reply.NONE),
                        envelope.path("Resource").toString())));
    }

    private ProviderAnswer<JsonNode> answer(Reply reply) {
        if (reply.isOk()) {
            return parsed(reply.body());
        }
        if (!reply.isDecided()) {
            return new Unknown<>("HTTP " + reply.status() + ": " + shortened(reply.body()));
        }
        return parsed(reply.body())
                .then(problem -> new Refused<>(
                        reply.status() == NOT_FOUND
                                ? Integer.toString(NOT_FOUND)
                                : problem.path("Type").asText(Integer.toString(reply.status())),
                        problem.path("Message").asText("")
                                + (problem.hasNonNull("errors") ? " " + problem.get("errors") : "")));
    }

    private Reply send(String method, String path, @Nullable UUID key, @Nullable String body, Duration wait) {
        try {
            Reply reply = sendOnce(method, path, key, body, wait);
            if (reply.status() == UNAUTHORISED) {
                token.forget();
                return sendOnce(method, path, key, body, wait);
            }
            return reply;
        } catch (HttpTimeoutException e) {
            return new Reply(Reply.NONE, "no answer after " + wait.toMillis() + " ms");
        } catch (IOException e) {
            return new Reply(Reply.NONE, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(Reply.NONE, "interrupted");
        }
    }

    private Reply sendOnce(String method, String path, @Nullable UUID key, @Nullable String body, Duration wait)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.address(path)))
                .timeout(wait)
                .header("Authorization", "Bearer " + token.current())
                .header("Accept", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key.toString());
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json; charset=utf-8")
                    .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        HttpResponse<String> response = WholeAnswer.of(client, request.build(), wait);
        return new Reply(response.statusCode(), response.body());
    }

    private static ProviderAnswer<JsonNode> parsed(String body) {
        try {
            return new Success<>(Json.MAPPER.readTree(body));
        } catch (JsonProcessingException e) {
            return new Unknown<>("not JSON: " + e.getOriginalMessage());
        }
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
