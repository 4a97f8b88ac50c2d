package fr.halle.simulator.provider;

import fr.halle.simulator.store.Docs;
import jakarta.json.JsonObject;

/**
 * A planned mishap.
 *
 * @param timesLeft how many calls it will still hit
 * @param delayMillis how late, where the effect is lateness
 */
public record Scenario(long id, Operation operation, Effect effect, int timesLeft, int delayMillis) {

    public JsonObject json() {
        return Docs.of(
                "id", id,
                "operation", operation.label(),
                "effect", effect.label(),
                "times", timesLeft,
                "delayMillis", delayMillis);
    }
}
