package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Typed;
import fr.halle.sales.service.CallRefused;
import fr.halle.sales.service.Calls;
import fr.halle.sales.service.DeskChoices;
import fr.halle.sales.service.DeskUnknown;
import fr.halle.sales.service.Desks;
import fr.halle.sales.service.SalesDesk;
import fr.halle.sales.service.TakenCall;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** « + Demande » (S08, S18): somebody telephoned, or stands at the counter. What is wrong is said beside its field, and nothing typed is lost. */
@Named
@RequestScoped
public class ProSalesNewPage {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private Calls calls;

    @Inject
    private Desks desks;

    @Inject
    private DeskChoices choices;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable SalesDesk desk;
    private @Nullable FieldRefusal refusal;

    /** Run before the page is written. */
    public void open() {
        try {
            desk = desks.of(actor.get(), SalesAddress.number(request, "desk"));
            if (request.getMethod().equals("POST")) {
                take();
            }
        } catch (DeskUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void take() {
        try {
            long id = calls.take(actor.get(), shown().id(), typed());
            SeeOther.at(SalesAddress.of(id, "done=taken"));
        } catch (FieldRefusal refused) {
            refusal = refused;
            faces.getExternalContext().setResponseStatus(UNPROCESSABLE);
        }
    }

    private TakenCall typed() {
        return new TakenCall(
                text("firstName"),
                text("lastName"),
                text("email"),
                text("phone"),
                text("spoken"),
                SalesAddress.number(request, "object"),
                SalesAddress.number(request, "category"),
                day("arrives"),
                day("leaves"),
                persons("adults"),
                persons("children"),
                text("message"));
    }

    private @Nullable LocalDate day(String field) {
        LocalDate day = Typed.day(text(field));
        if (day == null && !text(field).isBlank()) {
            throw new CallRefused(field, CallRefused.SYNTAX);
        }
        return day;
    }

    private @Nullable Integer persons(String field) {
        String typed = text(field).strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,4}")) {
            throw new CallRefused(field, CallRefused.SYNTAX);
        }
        return Integer.valueOf(typed);
    }

    private String text(String field) {
        return SalesAddress.text(request, field);
    }

    /** What was typed, by field. */
    public Map<String, String> getTyped() {
        return Stream.of(
                        "firstName",
                        "lastName",
                        "email",
                        "phone",
                        "spoken",
                        "object",
                        "category",
                        "arrives",
                        "leaves",
                        "adults",
                        "children",
                        "message")
                .collect(Collectors.toMap(field -> field, this::text));
    }

    /** The sentence beside the field that is wrong. */
    public Map<String, String> getErrors() {
        FieldRefusal known = refusal;
        return known == null ? Map.of() : Map.of(known.field(), words.refusal(known));
    }

    public String getDeskId() {
        return Long.toString(shown().id());
    }

    public List<ProSalesRequestsPage.Option> getObjects() {
        return choices.objects(shown()).stream()
                .map(one -> option("object", one.id(), one.label()))
                .toList();
    }

    public List<ProSalesRequestsPage.Option> getCategories() {
        return choices.categories(shown()).stream()
                .filter(one -> !one.retired())
                .map(one -> option("category", one.id(), one.label().in(language.getCode())))
                .toList();
    }

    public List<ProSalesRequestsPage.Option> getLanguages() {
        String spoken = text("spoken").isEmpty() ? "fr" : text("spoken");
        return Stream.of("fr", "en")
                .map(one -> new ProSalesRequestsPage.Option(one, words.text("pro.language." + one), one.equals(spoken)))
                .toList();
    }

    private ProSalesRequestsPage.Option option(String field, long id, String label) {
        return new ProSalesRequestsPage.Option(
                Long.toString(id), label, text(field).equals(Long.toString(id)));
    }

    private SalesDesk shown() {
        return Objects.requireNonNull(desk);
    }
}
