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
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A quote as the desk works on it (S20): its prestations, its conditions, its total. The conditions are posted here; over a newer version
 * nothing is written, what is kept and what was typed are shown side by side, and saving once more is a decision.
 */
@Named
@RequestScoped
public class ProSalesQuotePage {

    @Inject
    private QuoteForm form;

    @Inject
    private QuoteDesk desk;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private Words words;

    /** A condition that somebody else wrote meanwhile. */
    public record Differing(String label, String theirs, String ours) {}

    /** Run before the page is written. */
    public void open() {
        try {
            form.read();
            if (form.isPosted()) {
                save();
            }
        } catch (QuoteUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void save() {
        try {
            desk.save(actor.get(), form.id(), form.version(), wish());
            SeeOther.at(form.address("&done=saved"));
        } catch (QuoteChanged | QuoteSealed changed) {
            form.refuse((BusinessException) changed, QuoteForm.CONFLICT);
        } catch (QuoteRefused refused) {
            form.refuse(refused, QuoteForm.UNPROCESSABLE);
        }
    }

    private QuoteWish wish() {
        QuoteAsk ask = form.typed("ask").equals("WHOLE") ? QuoteAsk.WHOLE : QuoteAsk.DEPOSIT;
        Long deposit = Typed.cents(form.text("deposit"));
        LocalDate validUntil = form.day("validUntil", "validUntil");
        Long discount = form.text("discount").isEmpty() ? Long.valueOf(0) : Typed.cents(form.text("discount"));
        if (deposit == null || deposit > Integer.MAX_VALUE) {
            throw new QuoteRefused("deposit", "DEPOSIT");
        }
        if (validUntil == null) {
            throw new QuoteRefused("validUntil", "DATE");
        }
        if (discount == null) {
            throw new QuoteRefused("discount", form.text("discount").startsWith("-") ? "DISCOUNT_NEGATIVE" : "NUMBER");
        }
        return new QuoteWish(
                ask,
                deposit.intValue(),
                form.day("balanceDueOn", "balanceDueOn"),
                validUntil,
                discount,
                form.text("discountReason"),
                form.typed("message"));
    }

    public QuoteView getView() {
        return form.view();
    }

    public QuoteHead getHead() {
        return form.head();
    }

    /** What a field of the conditions shows: what was typed, else what is kept. */
    public String field(String name) {
        return form.isPosted() ? form.typed(name) : kept(name);
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
        return form.wrong(field);
    }

    /** What is said on top: a refusal of no field, or of what was done from here. */
    public String getRefusal() {
        BusinessException refusal = form.refusal();
        return refusal == null || refusal instanceof FieldRefusal ? form.refusedElsewhere() : words.refusal(refusal);
    }

    public String getDone() {
        String done = form.typed("done");
        return done.matches("[a-zA-Z]{1,20}") && words.has("pro.quote.done." + done)
                ? words.text("pro.quote.done." + done)
                : "";
    }

    /** The names of what could not be had at the new dates. */
    public String getLost() {
        String lost = form.typed("lost");
        return lost.substring(0, Math.min(lost.length(), 400));
    }

    public List<String> getFields() {
        return List.of("deposit", "balanceDueOn", "discount", "discountReason", "validUntil");
    }

    /** What somebody else wrote meanwhile, beside what was typed here. */
    public List<Differing> getDiffering() {
        List<Differing> differing = new ArrayList<>();
        if (form.refusal() instanceof QuoteChanged) {
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
