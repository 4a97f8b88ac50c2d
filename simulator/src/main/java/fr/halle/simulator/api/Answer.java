package fr.halle.simulator.api;

import fr.halle.simulator.provider.ApiProblem;
import jakarta.json.JsonStructure;

/**
 * What is answered.
 *
 * @param delayMillis how much too late it is sent
 */
public record Answer(int status, JsonStructure body, int delayMillis) {

    static Answer ok(JsonStructure body) {
        return new Answer(200, body, 0);
    }

    static Answer problem(ApiProblem problem) {
        return new Answer(problem.status(), problem.body(), 0);
    }
}
