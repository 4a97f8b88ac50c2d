package fr.halle.simulator.provider;

import fr.halle.simulator.store.Doc;
import jakarta.json.JsonObject;

/**
 * A planned mishap.
 *
 * @param timesLeft how many calls it will still hit
 * @param delayMillis how late, where the effect is lateness
 */
public record Scenario(long id, Operation operation, Effect effect, int timesLeft, int delayMillis) {

    public JsonObject json() {
        return new Doc()
                .put("id", id)
                .put("operation", operation.label())
                .put("effect", effect.label())
                .put("times", timesLeft)
                .put("delayMillis", delayMillis)
                .json();
    }
}
