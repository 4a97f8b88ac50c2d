package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Set;

/** Who wishes to be called when something has changed: one address per kind of event, on this machine only. */
final class Hooks {

    private static final int MOST = 100;
    private static final Set<String> STATUSES = Set.of("ENABLED", "DISABLED");

    private Hooks() {}

    static JsonObject create(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        String type = body.required("EventType");
        if (!type.matches("[A-Z_]{3,60}")) {
            body.refuse("EventType", "The value " + type + " is invalid.");
        }
        String url = url(body);
        body.check();
        long same = tx.number(
                "select count(*) from simulator.resource where kind = 'HOOK' and doc->>'EventType' = ?", type);
        if (same > 0) {
            throw ApiProblem.badRequest("EventType", "A hook has already been registered for this EventType.");
        }
        JsonObject fields = new Doc()
                .put("EventType", type)
                .put("Url", url)
                .put("Status", "ENABLED")
                .put("Validity", "VALID")
                .put("Tag", body.optional("Tag", ""))
                .json();
        return tx.insert(tx.draft(Kind.HOOK, fields)).doc();
    }

    /** Changes the address, or disables and enables it, which makes an INVALID one VALID again. */
    static JsonObject update(Tx tx, Request request) throws SQLException {
        Fields body = request.body();
        Resource hook =
                tx.lock(Kind.HOOK, request.id()).orElseThrow(() -> ApiProblem.notFound(Kind.HOOK, request.id()));
        String status = body.oneOf("Status", hook.text("Status"), STATUSES);
        String url = body.has("Url") ? url(body) : hook.text("Url");
        body.check();
        boolean again = status.equals("ENABLED") && hook.is("DISABLED");
        return tx.save(hook.merge(new Doc()
                        .put("Status", status)
                        .put("Url", url)
                        .put("Validity", again ? "VALID" : hook.text("Validity"))
                        .json()))
                .doc();
    }

    static JsonArray list(Tx tx, Request request) throws SQLException {
        return Docs.array(tx.newest(Kind.HOOK, MOST).stream().map(Resource::doc).toList());
    }

    private static String url(Fields body) {
        String url = body.required("Url");
        try {
            URI address = new URI(url);
            if (!"http".equals(address.getScheme()) || !isThisMachine(address.getHost())) {
                body.refuse("Url", "An http address of this machine is expected.");
            }
        } catch (URISyntaxException e) {
            body.refuse("Url", "The address is not valid: " + e.getReason());
        }
        return url;
    }

    /** The simulator never calls another machine, whoever asks it to. */
    private static boolean isThisMachine(@org.jspecify.annotations.Nullable String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
