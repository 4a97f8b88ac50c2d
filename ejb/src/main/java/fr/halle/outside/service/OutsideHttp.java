package fr.halle.outside.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.NotTaken;
import fr.halle.outside.service.OutsideAnswer.Refused;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.outside.service.OutsideAnswer.Unknown;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Secrets;
import fr.halle.shared.service.WholeAnswer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** HTTP as the outside system's contract has it: signed, with time-outs, and never a time-out taken for a no. */
@Service
public class OutsideHttp {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_OF_TEXT = 200;

    @Inject
    private HalleClock clock;

    private Duration patience = Duration.ofSeconds(6);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    /** For tests that wait for no answer. */
    void waitOnly(Duration time) {
        patience = time;
    }

    OutsideAnswer<JsonNode> get(OutsideAccount account, String target) {
        return call(account, "GET", target, null, "");
    }

    /** Several at once, and for all of them no longer than for one: by target; what was not asked within that time is missing. */
    Map<String, OutsideAnswer<JsonNode>> getAll(OutsideAccount account, List<String> targets) {
        long until = System.nanoTime() + patience.toNanos();
        Map<String, OutsideAnswer<JsonNode>> answers = new HashMap<>();
        for (int i = 0; i < targets.size() && System.nanoTime() < until; i += AT_ONCE) {
            Map<String, CompletableFuture<HttpResponse<String>>> asked = new HashMap<>();
            targets.subList(i, Math.min(i + AT_ONCE, targets.size()))
                    .forEach(target ->
                            asked.put(target, WholeAnswer.ask(client, request(account, "GET", target, null, ""))));
            asked.forEach((target, one) ->
                    answers.put(target, answer(one, Duration.ofNanos(until - System.nanoTime()))));
        }
        return answers;
    }

    /** @param key the same for the same effect, however often it is sent */
    OutsideAnswer<JsonNode> post(OutsideAccount account, String target, UUID key, String body) {
        return call(account, "POST", target, key, body);
    }

    private OutsideAnswer<JsonNode> call(
            OutsideAccount account, String method, String target, @Nullable UUID key, String body) {
        return answer(WholeAnswer.ask(client, request(account, method, target, key, body)), patience);
    }

    private static OutsideAnswer<JsonNode> answer(CompletableFuture<HttpResponse<String>> asked, Duration wait) {
        try {
            HttpResponse<String> response = WholeAnswer.within(wait, asked);
            return answer(response.statusCode(), response.body());
        } catch (HttpConnectTimeoutException | ConnectException e) {
            return new NotTaken<>(e.getClass().getSimpleName());
        } catch (HttpTimeoutException e) {
            return new Unknown<>("no answer after " + wait.toMillis() + " ms");
        } catch (IOException e) {
            return new Unknown<>(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown<>("interrupted");
        }
    }

    private HttpRequest request(OutsideAccount account, String method, String target, @Nullable UUID key, String body) {
        // The real time: the other side's clock does not move with the demo's.
        long second = clock.instant().minus(clock.shift()).getEpochSecond();
        String nonce = Secrets.token();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(account.url() + target))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json")
                .header("Halle-Key", account.keyId())
                .header("Halle-Timestamp", Long.toString(second))
                .header("Halle-Nonce", nonce)
                .header("Halle-Signature", OutsideSignature.of(account.key(), method, target, second, nonce, body));
        if (key == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json; charset=utf-8")
                .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    private static OutsideAnswer<JsonNode> answer(int status, String body) {
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return new NotTaken<>("HTTP " + status);
        }
        if (status < 200 || status >= 500) {
            return new Unknown<>("HTTP " + status);
        }
        try {
            JsonNode json = Json.MAPPER.readTree(body);
            if (status < 300) {
                return json.isObject() ? new Told<>(json) : new Unknown<>("HTTP " + status + " without an object");
            }
            String type = json.path("type").asText();
            return new Refused<>(
                    status,
                    shortened(type.substring(type.lastIndexOf('/') + 1)),
                    shortened(json.path("title").asText()));
        } catch (JsonProcessingException e) {
            return status < 300 ? new Unknown<>("not JSON") : new Refused<>(status, "", "");
        }
    }

    private static String shortened(String text) {
        return text.length() <= MOST_OF_TEXT ? text : text.substring(0, MOST_OF_TEXT);
    }
}
