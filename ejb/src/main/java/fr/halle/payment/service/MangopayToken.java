package fr.halle.payment.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.WholeAnswer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The bearer token, bought with the client's key and bought again 30 seconds before it ends. */
final class MangopayToken {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final long EARLY_SECONDS = 30;
    private static final int OK = 200;

    private final MangopaySettings settings;
    private final HttpClient client;

    private String value = "";
    // The machine's own clock: a token ages in real time, also where the demo's clock is moved.
    private long endsNanos = System.nanoTime();

    MangopayToken(MangopaySettings settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    /** @throws IOException when none can be had, which leaves the outcome of the call it was for unknown */
    synchronized String current() throws IOException, InterruptedException {
        if (value.isEmpty() || System.nanoTime() - endsNanos >= 0) {
            buy();
        }
        return value;
    }

    synchronized void forget() {
        value = "";
    }

    private void buy() throws IOException, InterruptedException {
        String credentials = Base64.getEncoder()
                .encodeToString((settings.clientId() + ":" + settings.apiKey()).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.tokenAddress()))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = WholeAnswer.of(client, request, PATIENCE);
        if (response.statusCode() != OK) {
            throw new IOException("no token: HTTP " + response.statusCode());
        }
        JsonNode answer = Json.MAPPER.readTree(response.body());
        value = answer.path("access_token").asText();
        long seconds = answer.path("expires_in").asLong(0) - EARLY_SECONDS;
        endsNanos = System.nanoTime() + Duration.ofSeconds(Math.max(0, seconds)).toNanos();
    }
}
