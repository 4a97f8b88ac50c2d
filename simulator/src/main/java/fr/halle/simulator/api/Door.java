package fr.halle.simulator.api;

import fr.halle.simulator.provider.ApiProblem;
import fr.halle.simulator.provider.Effect;
import fr.halle.simulator.provider.Fields;
import fr.halle.simulator.provider.Request;
import fr.halle.simulator.provider.Route;
import fr.halle.simulator.provider.Routes;
import fr.halle.simulator.provider.Scenario;
import fr.halle.simulator.provider.Scenarios;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Settings;
import fr.halle.simulator.store.Store;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where every call of the API comes in: bearer, route, key, the tester's plan, the effect and its answer in one transaction. */
public final class Door {

    private static final String RESPONSES = "responses/";

    private final Store store;
    private final Tokens tokens;

    public Door(Store store, Clock clock) {
        this.store = store;
        this.tokens = new Tokens(clock);
    }

    public Answer enter(Call call) {
        try {
            if (call.path().equals("oauth/token") && call.method().equals("POST")) {
                return Answer.ok(tokens.issue(call.authorization()));
            }
            tokens.check(call.authorization());
            String path = withoutClient(call.path());
            if (path.startsWith(RESPONSES) && call.method().equals("GET")) {
                return Answer.ok(store.inTransaction(tx -> Keys.recall(tx, path.substring(RESPONSES.length()))));
            }
            return route(call, path);
        } catch (ApiProblem problem) {
            return Answer.problem(problem);
        }
    }

    private Answer route(Call call, String path) {
        for (Route route : Routes.all()) {
            Optional<List<String>> arguments = route.arguments(path);
            if (arguments.isPresent() && route.method().equals(call.method())) {
                return act(call, route, arguments.get());
            }
        }
        throw ApiProblem.notFound(call.method() + " " + path);
    }

    private Answer act(Call call, Route route, List<String> arguments) {
        boolean reads = call.method().equals("GET");
        JsonObject body = reads ? Docs.EMPTY : body(call.body());
        try {
            return store.inTransaction(tx -> {
                if (!reads) {
                    Keys.refuseKnown(tx, call.key());
                }
                Scenario plan = Scenarios.take(tx, route.operation()).orElse(null);
                return act(
                        tx,
                        call,
                        route,
                        new Request(arguments, call.query(), new Fields(body), effect(plan), call.base()),
                        plan);
            });
        } catch (ApiProblem problem) {
            if (!reads && problem.status() != 409) {
                rememberRefusal(call, problem);
            }
            throw problem;
        }
    }

    private static Answer act(Tx tx, Call call, Route route, Request request, @Nullable Scenario plan)
            throws SQLException {
        if (request.effect() == Effect.ERROR_BEFORE) {
            return Answer.problem(ApiProblem.planned(503));
        }
        JsonStructure body = route.handler().handle(tx, request);
        if (!call.method().equals("GET")) {
            Keys.remember(tx, call, 200, body);
        }
        if (plan != null && plan.effect() == Effect.ERROR_AFTER_COMMIT) {
            return Answer.problem(ApiProblem.planned(504));
        }
        if (plan != null && plan.effect() == Effect.TIMEOUT_AFTER_COMMIT) {
            return new Answer(200, body, plan.delayMillis());
        }
        return Answer.ok(body);
    }

    /** A refusal is an answer too: the same key gets the same one. The effect it refused has been undone before. */
    private void rememberRefusal(Call call, ApiProblem problem) {
        if (call.key().matches("[A-Za-z0-9-]{16,36}")) {
            store.inTransaction(tx -> {
                Keys.remember(tx, call, problem.status(), problem.body());
                return true;
            });
        }
    }

    private static String withoutClient(String path) {
        if (path.equals("report")) {
            return path;
        }
        String prefix = Settings.clientId() + "/";
        if (!path.startsWith(prefix)) {
            throw ApiProblem.notFound("client of " + path);
        }
        return path.substring(prefix.length());
    }

    private static @Nullable Effect effect(@Nullable Scenario plan) {
        return plan == null ? null : plan.effect();
    }

    private static JsonObject body(String text) {
        if (text.indexOf('\0') >= 0 || text.contains("\\u0000")) {
            throw ApiProblem.badRequest("body", "Text cannot hold the character 0.");
        }
        try {
            return text.isBlank() ? Docs.EMPTY : Docs.parse(text);
        } catch (JsonException e) {
            throw ApiProblem.badRequest("body", "The body is not a JSON object: " + e.getMessage());
        }
    }
}
