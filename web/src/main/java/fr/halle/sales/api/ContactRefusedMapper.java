package fr.halle.sales.api;

import fr.halle.sales.service.ContactRefused;
import fr.halle.shared.api.Problem;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.Words;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Tells everything that is wrong with a request, field by field. */
@Provider
@Service
public class ContactRefusedMapper implements ExceptionMapper<ContactRefused> {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Words words;

    @Override
    public Response toResponse(ContactRefused refused) {
        List<Problem.FieldError> errors = refused.wrong().stream()
                .map(one -> new Problem.FieldError(
                        one.field(), words.text("contact.wrong." + one.field() + "." + one.reason())))
                .toList();
        return Problem.of(refused.key(), UNPROCESSABLE, words.refusal(refused), errors)
                .response();
    }
}
