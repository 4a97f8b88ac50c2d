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

/** A refusal of the business, told in the language of the request and beside its field. */
@Provider
@Service
public class RefusalMapper implements ExceptionMapper<BusinessException> {

    @Inject
    private Words words;

    @Override
    public Response toResponse(BusinessException refusal) {
        String sentence = words.refusal(refusal);
        List<Problem.FieldError> errors = refusal instanceof FieldRefusal onField
                ? List.of(new Problem.FieldError(onField.field(), sentence))
                : List.of();
        return Problem.of(refusal.key(), ProblemStatus.of(refusal.key()), sentence, errors)
                .response();
    }
}
