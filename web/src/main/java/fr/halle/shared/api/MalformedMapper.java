package fr.halle.shared.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.Words;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** JSON that cannot be read, or that says something we did not ask for. Says where, never how we read it. */
@Provider
@Priority(1)
@Service
public class MalformedMapper implements ExceptionMapper<JsonProcessingException> {

    @Inject
    private Words words;

    @Inject
    private FailureMapper failures;

    @Override
    public Response toResponse(JsonProcessingException malformed) {
        if (malformed.getProcessor() instanceof JsonGenerator) {
            // We could not write it: the fault is ours.
            return failures.toResponse(new IllegalStateException(malformed));
        }
        String field = malformed instanceof JsonMappingException mapping ? path(mapping) : "";
        String sentence = words.text("error.malformed");
        List<Problem.FieldError> errors =
                field.isEmpty() ? List.of() : List.of(new Problem.FieldError(field, sentence));
        return Problem.of("MalformedBody", Response.Status.BAD_REQUEST.getStatusCode(), sentence, errors)
                .response();
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference part : mapping.getPath()) {
            if (part.getFieldName() == null) {
                path.append('[').append(part.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(part.getFieldName());
            }
        }
        return path.toString();
    }
}
