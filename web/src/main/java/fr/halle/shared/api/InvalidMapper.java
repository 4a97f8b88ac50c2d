package fr.halle.shared.api;

import fr.halle.shared.model.Service;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** What Bean Validation found, field by field. */
@Provider
@Service
public class InvalidMapper implements ExceptionMapper<ConstraintViolationException> {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Words words;

    @Override
    public Response toResponse(ConstraintViolationException invalid) {
        List<Problem.FieldError> errors = invalid.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
                .sorted(java.util.Comparator.comparing(Problem.FieldError::field))
                .toList();
        return Problem.of("Invalid", UNPROCESSABLE, words.text("error.invalid"), errors)
                .response();
    }

    /** The path without the method and its argument, which are ours and not the caller's. */
    private static String field(ConstraintViolation<?> violation) {
        StringBuilder field = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            switch (node.getKind()) {
                case PROPERTY, CONTAINER_ELEMENT ->
                    field.append(field.isEmpty() ? "" : ".").append(node.getName());
                default -> {
                    // Methods and parameters have names of our own.
                }
            }
        }
        return field.toString();
    }
}
