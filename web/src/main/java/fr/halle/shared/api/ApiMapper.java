package fr.halle.shared.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Jackson registers a provider of its own beside {@link ApiJson}, and either may be asked: both use the same mapper. */
@Provider
public class ApiMapper implements ContextResolver<ObjectMapper> {

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return ApiJson.STRICT;
    }
}
