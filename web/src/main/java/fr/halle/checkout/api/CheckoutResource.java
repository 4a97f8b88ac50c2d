package fr.halle.checkout.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.cart.service.CartUnknown;
import fr.halle.checkout.service.AcceptedTerms;
import fr.halle.checkout.service.CheckoutForm;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.checkout.service.CustomerForm;
import fr.halle.checkout.service.Ordering;
import fr.halle.checkout.web.OrderAddress;
import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.api.MoneyJson;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /carts/{id}/checkout}: orders what is in a basket. The same key with the same words is answered the same. */
@Path("carts/{id}/checkout")
@Service
@Produces("application/json")
public class CheckoutResource {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{8,100}");

    @Inject
    private Ordering ordering;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    public record Customer(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String country) {}

    public record Accepted(long id, @Nullable String sha256) {}

    /**
     * @param adult whether the customer says to be 18 or older
     * @param expected what the cart was said to cost; where it costs something else by now, nothing is ordered
     * @param method {@code card} where it is missing; {@code instant} only where this deployment allows it, for load tests
     */
    public record Body(
            @Nullable Customer customer,
            @Nullable List<Accepted> acceptedTerms,
            @Nullable Boolean adult,
            @Nullable Expected expected,
            @Nullable String method) {}

    public record Expected(
            @Nullable MoneyJson total, @Nullable MoneyJson dueNow) {}

    /** @param redirectUrl the provider's page, where the customer is to be sent; absent where there is nothing to pay there */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Started(
            String orderNumber,
            String token,
            String state,
            String orderUrl,
            @Nullable String redirectUrl) {

        static Started of(CheckoutStarted started) {
            return new Started(
                    started.orderNumber(),
                    started.token(),
                    started.state().name(),
                    OrderAddress.of(started.orderNumber(), started.token()),
                    started.redirectUrl());
        }
    }

    @POST
    @Consumes("application/json")
    public Response order(
            @PathParam("id") UUID cart,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Nullable Body body,
            @Context HttpServletRequest request) {
        if (!portal.isKnown()) {
            throw new CartUnknown();
        }
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ParameterRefused("Idempotency-Key", key == null ? "MISSING" : "SYNTAX");
        }
        if (body == null) {
            throw new ParameterRefused("body", "MISSING");
        }
        CheckoutStarted started = ordering.press(new Ordering.Press(
                portal.getId(),
                cart,
                key,
                form(body, request.getRemoteAddr()),
                language.isAsked() ? language.getCode() : null,
                RequestOrigin.of(request),
                method(body.method())));
        Started answer = Started.of(started);
        return Response.created(URI.create("orders/" + started.orderNumber()))
                .entity(answer)
                .build();
    }

    private static CheckoutForm form(Body body, String address) {
        Customer typed = body.customer();
        Customer customer = typed == null ? new Customer(null, null, null, null, null, null, null, null) : typed;
        List<Accepted> accepted = body.acceptedTerms();
        return new CheckoutForm(
                new CustomerForm(
                        customer.firstName(),
                        customer.lastName(),
                        customer.email(),
                        customer.phone(),
                        customer.street(),
                        customer.postcode(),
                        customer.city(),
                        customer.country(),
                        Boolean.TRUE.equals(body.adult())),
                accepted == null
                        ? List.of()
                        : accepted.stream().map(CheckoutResource::terms).toList(),
                address,
                sums(body.expected()));
    }

    private static CheckoutForm.@Nullable Sums sums(@Nullable Expected expected) {
        if (expected == null) {
            return null;
        }
        return new CheckoutForm.Sums(
                cents("expected.total", expected.total()), cents("expected.dueNow", expected.dueNow()));
    }

    private static long cents(String name, @Nullable MoneyJson money) {
        if (money == null) {
            throw new ParameterRefused(name, "MISSING");
        }
        if (!MoneyJson.euros(money.cents()).equals(money)) {
            throw new ParameterRefused(name, "SYNTAX");
        }
        return money.cents();
    }

    private static AcceptedTerms terms(@Nullable Accepted accepted) {
        if (accepted == null) {
            throw new ParameterRefused("acceptedTerms", "SYNTAX");
        }
        String sha256 = accepted.sha256();
        return new AcceptedTerms(accepted.id(), sha256 == null ? "" : sha256);
    }

    private static PaymentMethod method(@Nullable String method) {
        if (method == null || method.equals("card")) {
            return PaymentMethod.CARD;
        }
        if (method.equals("instant")) {
            return PaymentMethod.INSTANT;
        }
        throw new ParameterRefused("method", "SYNTAX");
    }
}
