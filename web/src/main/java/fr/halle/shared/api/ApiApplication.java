package fr.halle.shared.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API. Its resources are found by their annotations. */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    /** Keeps the server's JSON-B and MOXy away ({@link ApiJson} reads and writes all JSON), and its list of our classes. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.jsonFeature",
                "halle",
                "jersey.config.disableMoxyJson",
                true,
                "jersey.config.server.wadl.disableWadl",
                true);
    }
}
