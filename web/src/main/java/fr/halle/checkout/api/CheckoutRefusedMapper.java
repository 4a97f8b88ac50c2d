package fr.halle.checkout.api;

import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.web.CheckoutErrorWords;
import fr.halle.shared.api.Problem;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** Tells everything that is in the way of an order, field by field. */
@Provider
@Service
public class CheckoutRefusedMapper implements ExceptionMapper<CheckoutRefused> {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private CheckoutErrorWords words;

    @Override
    public Response toResponse(CheckoutRefused refused) {
        List<Problem.FieldError> errors = refused.errors().stream()
                .map(error -> new Problem.FieldError(error.field(), words.whole(error)))
                .toList();
        return Problem.of(refused.key(), UNPROCESSABLE, words.summary(refused), errors)
                .response();
    }
}
