package fr.halle.simulator.api;

import java.util.Map;

/**
 * One HTTP call, as plain text.
 *
 * @param path below {@code /v2.01/}
 * @param authorization the header, empty without one
 * @param key the {@code Idempotency-Key}, empty without one
 * @param base the address of the simulator itself, as the caller reaches it
 */
public record Call(
        String method,
        String path,
        String authorization,
        String key,
        Map<String, String> query,
        String body,
        String base) {}
