package fr.halle.simulator.outside;

import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;

/**
 * What is answered.
 *
 * @param delayMillis how much too late it is sent
 */
public record OutsideReply(int status, JsonObject body, int delayMillis) {

    static OutsideReply of(int status, JsonObject body) {
        return new OutsideReply(status, body, 0);
    }

    /** RFC 9457. */
    static OutsideReply problem(int status, String type, String title) {
        return of(status, Docs.of("type", "/problems/outside/" + type, "title", title, "status", status));
    }

    OutsideReply late(int millis) {
        return new OutsideReply(status, body, millis);
    }

    public boolean isProblem() {
        return status >= 400;
    }
}
