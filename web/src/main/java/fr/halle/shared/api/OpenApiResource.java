package fr.halle.shared.api;

import fr.halle.shared.model.Service;
import jakarta.annotation.PostConstruct;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;

/** Tells machines what the API can do. */
@Path("openapi.json")
@Service
public class OpenApiResource {

    private byte[] document = {};

    @PostConstruct
    void read() {
        document = OpenApi.document().toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    @GET
    @Produces("application/json")
    public byte[] get() {
        return document.clone();
    }
}
