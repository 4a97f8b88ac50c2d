package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.order.web.Typed;
import fr.halle.sales.service.DeskChoices;
import fr.halle.sales.service.DeskPeople;
import fr.halle.sales.service.DossierRefused;
import fr.halle.sales.service.DossierWish;
import fr.halle.sales.service.QuoteWouldBeLost;
import fr.halle.sales.service.RequestChanged;
import fr.halle.sales.service.RequestDetail;
import fr.halle.sales.service.RequestDossier;
import fr.halle.sales.service.RequestEvent;
import fr.halle.sales.service.RequestReading;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the block "Dossier" posts to. Saved, it leads back; over a newer version both are shown, field by field, and one chooses; what has
 * a consequence is asked before (S19). Either way everything typed travels on in the form.
 */
@Named
@RequestScoped
public class ProSalesDossierPage {

    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    @Inject
    private RequestDossier dossier;

    @Inject
    private RequestReading reading;

    @Inject
    private DeskChoices choices;

    @Inject
    private DeskPeople people;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private RequestWords said;

    @Inject
    private HttpServletRequest request;

    @Inject
    private FacesContext faces;

    @Inject
    private Words words;

    private @Nullable RequestDetail detail;
    private @Nullable BusinessException refusal;

    /** A field of both: what it holds now and what was typed, as values and as words. */
    public record Choice(String name, String label, String theirs, String theirWords, String ours, String ourWords) {

        public boolean isSame() {
            return theirs.equals(ours);
        }
    }

    /** Run before the page is written. */
    public void open() {
        long id = SalesAddress.id(request);
        try {
            detail = reading.byId(actor.get(), id);
            if (!request.getMethod().equals("POST")) {
                SeeOther.at(SalesAddress.of(id, ""));
                return;
            }
            save(id);
        } catch (RequestUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void save(long id) {
        try {
            dossier.save(actor.get(), id, wish());
            SeeOther.at(SalesAddress.of(id, "done=saved"));
        } catch (NotAllowed notTheirs) {
            throw notTheirs;
        } catch (RequestChanged changed) {
            refuse(changed, CONFLICT);
        } catch (BusinessException refused) {
            refuse(refused, UNPROCESSABLE);
        }
    }

    private void refuse(BusinessException why, int status) {
        refusal = why;
        faces.getExternalContext().setResponseStatus(status);
    }

    private DossierWish wish() {
        Long version = SalesAddress.number(request, "version");
        return new DossierWish(
                version == null ? -1 : version.intValue(),
                SalesAddress.number(request, "category"),
                SalesAddress.number(request, "assigned"),
                day("arrives"),
                day("leaves"),
                "1".equals(request.getParameter("confirmed")));
    }

    private @Nullable LocalDate day(String field) {
        String typed = SalesAddress.text(request, field).strip();
        LocalDate day = Typed.day(typed);
        if (day == null && !typed.isEmpty()) {
            throw new DossierRefused(field, "syntax");
        }
        return day;
    }

    public RequestDetail getDetail() {
        return Objects.requireNonNull(detail);
    }

    public boolean isConflict() {
        return refusal instanceof RequestChanged;
    }

    /** Whether what is asked may be done once it is confirmed. */
    public boolean isAsking() {
        return refusal instanceof QuoteWouldBeLost;
    }

    public String getRefusal() {
        return refusal == null ? "" : words.refusal(refusal);
    }

    /** Who changed it, and when: the newest act on what the block holds. */
    public String getWho() {
        List<RequestEvent> acts = getDetail().events();
        for (int i = acts.size() - 1; i >= 0; i--) {
            RequestEvent act = acts.get(i);
            switch (act.act()) {
                case ASSIGNED, CATEGORISED, DATES_CHANGED, ARCHIVED, UNARCHIVED, SPAM, NOT_SPAM, DETAILS_CHANGED -> {
                    return words.text("pro.requests.by", said.who(act), said.when(act.at()));
                }
                default -> {
                    // A message changes nothing that the block holds.
                }
            }
        }
        return words.text("pro.requests.else");
    }

    public List<Choice> getChoices() {
        RequestDetail now = getDetail();
        return List.of(
                choice("category", id(now.categoryId()), this::category),
                choice("assigned", id(now.assignedTo()), this::person),
                choice("arrives", day(now.row().arrivesOn()), ProSalesDossierPage::date),
                choice("leaves", day(now.row().leavesOn()), ProSalesDossierPage::date));
    }

    private Choice choice(String field, String theirs, java.util.function.UnaryOperator<String> shown) {
        String typed = SalesAddress.text(request, field).strip();
        LocalDate day = Typed.day(typed);
        String ours = day == null ? typed : day.toString();
        return new Choice(
                field, words.text("pro.requests.field." + field), theirs, shown.apply(theirs), ours, shown.apply(ours));
    }

    private String category(String id) {
        return choices.categories(getDetail().desk()).stream()
                .filter(one -> Long.toString(one.id()).equals(id))
                .findFirst()
                .map(one -> one.label().in(language.getCode()))
                .orElse("–");
    }

    private String person(String id) {
        return people.of(getDetail().desk()).stream()
                .filter(one -> Long.toString(one.id()).equals(id))
                .findFirst()
                .map(DeskPeople.Person::name)
                .orElse("–");
    }

    private static String date(String day) {
        return day.matches("\\d{4}-\\d{2}-\\d{2}") ? day.replaceFirst("(\\d{4})-(\\d{2})-(\\d{2})", "$3/$2/$1") : "–";
    }

    private static String id(@Nullable Long id) {
        return id == null ? "" : id.toString();
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
