package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Typed;
import fr.halle.sales.model.QuoteAsk;
import fr.halle.sales.service.QuoteChanged;
import fr.halle.sales.service.QuoteDesk;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteRefused;
import fr.halle.sales.service.QuoteSealed;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.sales.service.QuoteView;
import fr.halle.sales.service.QuoteWish;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A quote as the desk works on it (S20): its prestations, its conditions, its total. The conditions are posted here; over a newer version
 * nothing is written, what is kept and what was typed are shown side by side, and saving once more is a decision.
 */
@Named
@RequestScoped
public class ProSalesQuotePage {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    @Inject
    private QuoteDesk desk;

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

    private @Nullable QuoteView view;
    private @Nullable BusinessException refusal;
    private boolean posted;

    /** A condition that somebody else wrote meanwhile. */
    public record Differing(String label, String theirs, String ours) {}

    /** Run before the page is written. */
    public void open() {
        try {
            long id = SalesAddress.id(request);
            view = desk.view(actor.get(), id);
            if (request.getMethod().equals("POST")) {
                posted = true;
                save(id);
            }
        } catch (QuoteUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void save(long id) {
        try {
            Long version = SalesAddress.number(request, "version");
            desk.save(actor.get(), id, version == null ? -1 : version.intValue(), wish());
            SeeOther.at("/pro/sales/quote?id=" + id + "&done=saved");
        } catch (QuoteChanged | QuoteSealed changed) {
            refuse((BusinessException) changed, CONFLICT, id);
        } catch (QuoteRefused refused) {
            refuse(refused, UNPROCESSABLE, id);
        }
    }

    private void refuse(BusinessException why, int status, long id) {
        refusal = why;
        view = desk.view(actor.get(), id);
        faces.getExternalContext().setResponseStatus(status);
    }

    private QuoteWish wish() {
        QuoteAsk ask = "WHOLE".equals(request.getParameter("ask")) ? QuoteAsk.WHOLE : QuoteAsk.DEPOSIT;
        Long deposit = Typed.cents(typed("deposit"));
        LocalDate validUntil = day("validUntil");
        Long discount = typed("discount").isEmpty() ? Long.valueOf(0) : Typed.cents(typed("discount"));
        if (deposit == null || deposit > Integer.MAX_VALUE) {
            throw new QuoteRefused("deposit", "DEPOSIT");
        }
        if (validUntil == null) {
            throw new QuoteRefused("validUntil", "DATE");
        }
        if (discount == null) {
            throw new QuoteRefused("discount", typed("discount").startsWith("-") ? "DISCOUNT_NEGATIVE" : "NUMBER");
        }
        return new QuoteWish(
                ask,
                deposit.intValue(),
                day("balanceDueOn"),
                validUntil,
                discount,
                typed("discountReason"),
                SalesAddress.text(request, "message"));
    }

    private @Nullable LocalDate day(String field) {
        LocalDate day = Typed.day(typed(field));
        if (day == null && !typed(field).isEmpty()) {
            throw new QuoteRefused(field, "DATE");
        }
        return day;
    }

    private String typed(String field) {
        return SalesAddress.text(request, field).strip();
    }

    public QuoteView getView() {
        return Objects.requireNonNull(view);
    }

    public QuoteHead getHead() {
        return getView().head();
    }

    /** What a field of the conditions shows: what was typed, else what is kept. */
    public String field(String name) {
        return posted ? SalesAddress.text(request, name) : kept(name);
    }

    private String kept(String name) {
        QuoteHead head = getHead();
        return switch (name) {
            case "ask" -> head.ask().name();
            case "deposit" -> percent(head.depositBp());
            case "balanceDueOn" -> Objects.toString(head.balanceDueOn(), "");
            case "validUntil" -> head.validUntil().toString();
            case "discount" -> head.discountCents() == 0 ? "" : euros(head.discountCents());
            case "discountReason" -> head.discountReason();
            default -> head.message();
        };
    }

    /** Whether what is asked first is the whole. */
    public boolean isWhole() {
        return field("ask").equals(QuoteAsk.WHOLE.name());
    }

    /** The sentence beside a field, empty where nothing is wrong with it. */
    public String wrong(String field) {
        return refusal instanceof FieldRefusal onField && onField.field().equals(field) ? words.refusal(refusal) : "";
    }

    /** What is said on top: a refusal of no field, or of what was done from here. */
    public String getRefusal() {
        if (refusal != null && !(refusal instanceof FieldRefusal)) {
            return words.refusal(refusal);
        }
        return SalesAddress.refusal(request, words);
    }

    public String getDone() {
        String done = SalesAddress.text(request, "done");
        return done.matches("[a-zA-Z]{1,20}") && words.has("pro.quote.done." + done)
                ? words.text("pro.quote.done." + done)
                : "";
    }

    /** The names of what could not be had at the new dates. */
    public String getLost() {
        String lost = SalesAddress.text(request, "lost");
        return lost.substring(0, Math.min(lost.length(), 400));
    }

    public List<String> getFields() {
        return List.of("deposit", "balanceDueOn", "discount", "discountReason", "validUntil");
    }

    /** What somebody else wrote meanwhile, beside what was typed here. */
    public List<Differing> getDiffering() {
        List<Differing> differing = new ArrayList<>();
        if (refusal instanceof QuoteChanged) {
            for (String name :
                    List.of("ask", "deposit", "balanceDueOn", "validUntil", "discount", "discountReason", "message")) {
                if (!kept(name).equals(field(name))) {
                    differing.add(new Differing(
                            words.text("pro.quote." + name), shown(name, kept(name)), shown(name, field(name))));
                }
            }
        }
        return differing;
    }

    private String shown(String name, String value) {
        if (name.equals("ask")) {
            return words.text("pro.quote.ask." + (value.equals("WHOLE") ? "WHOLE" : "DEPOSIT"));
        }
        return value.isEmpty() ? "–" : value;
    }

    private String percent(int basisPoints) {
        String text = BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
        return language.getCode().equals("fr") ? text.replace('.', ',') : text;
    }

    private String euros(long cents) {
        String text = String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
        return language.getCode().equals("fr") ? text.replace('.', ',') : text;
    }
}
