package fr.halle.shared.api;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import fr.halle.shared.service.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/** JSON as {@link Json} writes it: ISO dates, unknown fields refused. */
@Provider
@Consumes("application/json")
@Produces({"application/json", "application/problem+json"})
public class ApiJson extends JacksonJsonProvider {

    public ApiJson() {
        super(Json.MAPPER);
    }
}
