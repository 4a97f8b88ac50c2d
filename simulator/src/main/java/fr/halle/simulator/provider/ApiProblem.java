package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import jakarta.json.JsonObject;
import java.io.Serial;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A refusal in Mangopay's words: an HTTP status and a body with Id, Message, Type and, for a wrong field, errors. */
public final class ApiProblem extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient JsonObject body;
    private final String detail;

    private ApiProblem(int status, String type, String message, JsonObject errors) {
        super(message);
        this.status = status;
        this.detail = errors.keySet().stream()
                .map(field -> field + ": " + Docs.text(errors, field))
                .collect(Collectors.joining(" "));
        this.body = new Doc()
                .put("Message", message)
                .put("Type", type)
                .put("Id", UUID.randomUUID())
                .put("errors", errors)
                .json();
    }

    static ApiProblem invalid(Map<String, String> errors) {
        JsonObject fields = Docs.EMPTY;
        for (Map.Entry<String, String> error : errors.entrySet()) {
            fields = Docs.with(fields, error.getKey(), error.getValue());
        }
        String message =
                "One or several required parameters are missing or incorrect. An incorrect resource ID also raises this kind of error.";
        return new ApiProblem(400, "param_error", message, fields);
    }

    public static ApiProblem badRequest(String field, String message) {
        return invalid(Map.of(field, message));
    }

    public static ApiProblem notFound(Kind kind, String id) {
        return notFound(kind + " " + id);
    }

    public static ApiProblem notFound(String what) {
        return new ApiProblem(
                404,
                "ressource_not_found",
                "The ressource does not exist",
                Docs.of("RessourceNotFound", "Cannot found the ressource " + what));
    }

    public static ApiProblem unauthorized() {
        return new ApiProblem(401, "invalid_token", "The authorization has been denied for this request", Docs.EMPTY);
    }

    public static ApiProblem forbidden(String message) {
        return new ApiProblem(403, "forbidden_ressource", message, Docs.EMPTY);
    }

    public static ApiProblem duplicateKey(String key) {
        return new ApiProblem(
                409,
                "duplicate_request",
                "A request with this idempotency key has already been answered",
                Docs.of("IdempotencyKey", key));
    }

    public static ApiProblem internal() {
        return new ApiProblem(500, "internal_server_error", "Internal server error", Docs.EMPTY);
    }

    public static ApiProblem planned(int status) {
        return new ApiProblem(status, "planned_by_the_tester", "The tester has asked for this mishap", Docs.EMPTY);
    }

    /** What exactly was wrong, in words for a person. */
    public String detail() {
        return detail;
    }

    public int status() {
        return status;
    }

    public JsonObject body() {
        return body;
    }
}
