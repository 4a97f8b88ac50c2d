package fr.halle.shared.api;

import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal of the business, told in the language of the request and beside its field. */
@Provider
@Service
public class RefusalMapper implements ExceptionMapper<BusinessException> {

    @Inject
    private Words words;

    @Override
    public Response toResponse(BusinessException refusal) {
        return told(refusal, refusal instanceof FieldRefusal onField ? onField.field() : null);
    }

    /** @param field as the request names it; null where it is about none */
    public Response told(BusinessException refusal, @Nullable String field) {
        String sentence = words.refusal(refusal);
        List<Problem.FieldError> errors = field == null ? List.of() : List.of(new Problem.FieldError(field, sentence));
        return Problem.of(refusal.key(), ProblemStatus.of(refusal.key()), sentence, errors)
                .response();
    }
}
