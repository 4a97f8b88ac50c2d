package fr.halle.sales.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.halle.sales.model.RequestSource;
import fr.halle.sales.service.ContactForm;
import fr.halle.sales.service.ContactForms;
import fr.halle.sales.service.ContactReceipt;
import fr.halle.sales.service.ContactTyped;
import fr.halle.sales.service.Contacting;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.SalesDesk;
import fr.halle.sales.web.ContactFraming;
import fr.halle.shared.api.ParameterRefused;
import fr.halle.shared.model.Service;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.RequestOrigin;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /contact-requests}: what the contact form sends, from a program or from the page of a site that the portal's operator
 * named (C18). The same key with the same words is answered the same.
 */
@Path("contact-requests")
@Service
@Produces("application/json")
public class ContactRequestsResource {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._~-]{8,100}");
    private static final List<String> LANGUAGES = List.of("fr", "en");

    @Inject
    private ContactForms forms;

    @EJB
    private Contacting contacting;

    @Inject
    private ContactFraming sites;

    @Inject
    private CurrentPortal portal;

    @Inject
    private CurrentLanguage language;

    /**
     * @param shop the desk of this shop's merchant; the portal's own where it is missing
     * @param object an object's id, the first where it is missing
     * @param page where the form stands
     */
    public record Body(
            @Nullable String shop,
            @Nullable String language,
            @Nullable Long object,
            @Nullable Long category,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String arrivesOn,
            @Nullable String leavesOn,
            @Nullable Integer adults,
            @Nullable Integer children,
            @Nullable String message,
            @Nullable String page) {}

    /** @param request absent where the desk works by mail, and keeps nothing here */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Received(@Nullable Long request, String desk) {}

    /** What a browser asks before it sends another site's request. */
    @OPTIONS
    public Response mayI(@HeaderParam("Origin") @Nullable String origin, @Context HttpServletRequest request) {
        check(origin, request);
        return Response.noContent()
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key, Accept-Language")
                .header("Access-Control-Max-Age", "600")
                .build();
    }

    @POST
    @Consumes("application/json")
    public Response ask(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Origin") @Nullable String origin,
            @Nullable Body body,
            @Context HttpServletRequest request) {
        if (!portal.isKnown()) {
            throw new DeskUnknown();
        }
        if (key == null || !KEY.matcher(key).matches()) {
            throw new ParameterRefused("Idempotency-Key", key == null ? "MISSING" : "SYNTAX");
        }
        if (body == null) {
            throw new ParameterRefused("body", "MISSING");
        }
        ContactTyped typed = typed(key, body);
        check(origin, request);
        ContactForm form = forms.of(desk(body.shop()), spoken(body.language()), typed.page());
        ContactReceipt receipt = contacting.send(form, typed);
        return Response.status(Response.Status.CREATED)
                .entity(new Received(receipt.requestId(), receipt.desk()))
                .build();
    }

    /** A page of another site is answered only where the operator named the site; a program has no origin. */
    private void check(@Nullable String origin, HttpServletRequest request) {
        if (origin == null || origin.equals(RequestOrigin.of(request))) {
            return;
        }
        if (!portal.isKnown() || !sites.allowed(origin)) {
            throw new SiteNotAllowed();
        }
    }

    private SalesDesk desk(@Nullable String shop) {
        Optional<SalesDesk> desk =
                shop == null ? Optional.of(forms.ofPortal(portal.getId())) : forms.ofShop(portal.getId(), shop);
        return desk.orElseThrow(DeskUnknown::new);
    }

    private String spoken(@Nullable String asked) {
        if (asked == null) {
            return language.getCode();
        }
        if (!LANGUAGES.contains(asked)) {
            throw new ParameterRefused("language", "SYNTAX");
        }
        return asked;
    }

    private static ContactTyped typed(String key, Body body) {
        return new ContactTyped(
                RequestSource.API,
                key,
                text(body.page()),
                text(body.object()),
                text(body.category()),
                text(body.firstName()),
                text(body.lastName()),
                text(body.email()),
                text(body.phone()),
                text(body.arrivesOn()),
                text(body.leavesOn()),
                text(body.adults()),
                text(body.children()),
                text(body.message()));
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
