package fr.halle.payment.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.shared.service.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The addresses Mangopay calls, one per kind of event. A hook that found us away for too long is INVALID and stays silent until
 * it is disabled and enabled again.
 */
final class MangopayHooks {

    private final MangopayHttp http;

    MangopayHooks(MangopayHttp http) {
        this.http = http;
    }

    /** @return how many hooks were made or woken */
    ProviderAnswer<Integer> ensure(String noticeUrl) {
        return http.get("hooks?Page=1&Per_Page=100").then(hooks -> {
            Map<String, JsonNode> known = new HashMap<>();
            hooks.forEach(hook -> known.put(hook.path("EventType").asText(), hook));
            int changed = 0;
            for (String event : MangopayEvents.FOLLOWED) {
                JsonNode hook = known.get(event);
                if (hook != null && isAlive(hook, noticeUrl)) {
                    continue;
                }
                ProviderAnswer<JsonNode> answer = hook == null ? create(event, noticeUrl) : wake(hook, noticeUrl);
                if (!(answer instanceof Success<JsonNode>)) {
                    return answer.map(never -> 0);
                }
                changed++;
            }
            return new Success<>(changed);
        });
    }

    private static boolean isAlive(JsonNode hook, String noticeUrl) {
        return hook.path("Url").asText().equals(noticeUrl)
                && hook.path("Status").asText().equals("ENABLED")
                && hook.path("Validity").asText().equals("VALID");
    }

    private ProviderAnswer<JsonNode> create(String event, String noticeUrl) {
        return http.post("hooks", UUID.randomUUID(), body("ENABLED", noticeUrl).put("EventType", event));
    }

    private ProviderAnswer<JsonNode> wake(JsonNode hook, String noticeUrl) {
        String path = "hooks/" + hook.path("Id").asText();
        return http.put(path, body("DISABLED", noticeUrl)).then(off -> http.put(path, body("ENABLED", noticeUrl)));
    }

    private static ObjectNode body(String status, String noticeUrl) {
        return Json.MAPPER.createObjectNode().put("Url", noticeUrl).put("Status", status);
    }
}
