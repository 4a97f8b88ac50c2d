package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Typed;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteRefused;
import fr.halle.sales.service.QuoteView;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The quote that a page is about, what was typed there of it, and why that was refused. */
@RequestScoped
public class QuoteForm {

    static final int UNPROCESSABLE = 422;
    static final int CONFLICT = 409;

    @Inject
    private QuoteDesk desk;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable QuoteView view;
    private @Nullable BusinessException refusal;

    /** @throws fr.halle.sales.service.QuoteUnknown when there is none, or it is not the actor's desk's */
    void read() {
        view = desk.view(actor.get(), id());
    }

    /** False where it is not to be written any more: the visitor is sent to the quote itself. @throws as {@link #read} */
    boolean readDraft() {
        read();
        if (!head().isDraft()) {
            SeeOther.at(address(""));
            return false;
        }
        return true;
    }

    long id() {
        return SalesAddress.id(request);
    }

    /** The quote's own page. @param said {@code &done=…} or nothing */
    String address(String said) {
        return "/pro/sales/quote?id=" + id() + said;
    }

    QuoteView view() {
        return Objects.requireNonNull(view);
    }

    QuoteHead head() {
        return view().head();
    }

    boolean isPosted() {
        return request.getMethod().equals("POST");
    }

    /** What the form was made of; -1, which none is, where it does not say. */
    int version() {
        Long version = number("version");
        return version == null ? -1 : version.intValue();
    }

    @Nullable
    Long number(String name) {
        return SalesAddress.number(request, name);
    }

    /** As it was typed, empty where nothing was. */
    String typed(String name) {
        return SalesAddress.text(request, name);
    }

    /** The same without the space around it. */
    String text(String name) {
        return typed(name).strip();
    }

    /**
     * Null where nothing was typed.
     *
     * @param field which is refused
     * @throws QuoteRefused for what is no day
     */
    @Nullable
    LocalDate day(String name, String field) {
        LocalDate day = Typed.day(text(name));
        if (day == null && !text(name).isEmpty()) {
            throw new QuoteRefused(field, "DATE");
        }
        return day;
    }

    /** The page is shown again with this status, of the quote as it is now. */
    void refuse(BusinessException why, int status) {
        refusal = why;
        read();
        faces.getExternalContext().setResponseStatus(status);
    }

    @Nullable
    BusinessException refusal() {
        return refusal;
    }

    /** The sentence beside a field, empty where nothing is wrong with it. */
    String wrong(String field) {
        return refusal instanceof FieldRefusal onField && onField.field().equals(field) ? words.refusal(refusal) : "";
    }

    /** What was refused on another page, which led here. */
    String refusedElsewhere() {
        return SalesAddress.refusal(request, words);
    }
}
