package fr.halle.checkout.api;

import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.web.CheckoutErrorWords;
import fr.halle.shared.api.Problem;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells everything that is in the way of an order, field by field. */
@Provider
@Service
public class CheckoutRefusedMapper implements ExceptionMapper<CheckoutRefused> {

    private static final int UNPROCESSABLE = 422;

    private static final Set<String> OF_CUSTOMER = Arrays.stream(CheckoutResource.Customer.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());

    @Inject
    private CheckoutErrorWords words;

    @Override
    public Response toResponse(CheckoutRefused refused) {
        List<Problem.FieldError> errors = refused.errors().stream()
                .map(error -> new Problem.FieldError(field(error.field()), words.whole(error)))
                .toList();
        return Problem.of(refused.key(), UNPROCESSABLE, words.summary(refused), errors)
                .response();
    }

    /** As the request names it: who orders is within {@code customer}, where the page's form has it beside the rest. */
    private static String field(String ours) {
        return OF_CUSTOMER.contains(ours) ? "customer." + ours : ours;
    }
}
