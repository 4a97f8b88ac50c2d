package fr.halle.sales.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.sales.service.DeskChoices;
import fr.halle.sales.service.DeskPeople;
import fr.halle.sales.service.Drafts;
import fr.halle.sales.service.RequestAct;
import fr.halle.sales.service.RequestDetail;
import fr.halle.sales.service.RequestEvent;
import fr.halle.sales.service.RequestReading;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.sales.service.Requests;
import fr.halle.sales.service.SaidMessage;
import fr.halle.sales.service.SavedAnswers;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request's page (S03): the conversation with the acts between its messages, the box to answer in, the block "Dossier", the client and
 * the history. Whoever of the desk opens it has read it.
 */
@Named
@RequestScoped
public class ProSalesRequestPage {

    /** Those that belong between the messages; the history beside them has all. */
    private static final Set<RequestAct> SPOKEN = EnumSet.of(
            RequestAct.OPENED,
            RequestAct.ACKNOWLEDGED,
            RequestAct.DATES_CHANGED,
            RequestAct.BOUNCED,
            RequestAct.QUOTE_SENT,
            RequestAct.QUOTE_VOIDED,
            RequestAct.QUOTE_DECLINED,
            RequestAct.QUOTE_EXPIRED,
            RequestAct.QUOTE_ACCEPTED,
            RequestAct.PAYMENT_ASKED,
            RequestAct.PAID);

    /** Told by the messages themselves. */
    private static final Set<RequestAct> MESSAGES =
            EnumSet.of(RequestAct.ANSWERED, RequestAct.WROTE, RequestAct.NOTED, RequestAct.READ);

    @Inject
    private RequestReading reading;

    @Inject
    private Requests requests;

    @Inject
    private DeskChoices choices;

    @Inject
    private DeskPeople people;

    @Inject
    private Drafts drafts;

    @Inject
    private SavedAnswers answers;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private @Nullable RequestDetail detail;
    private Requests.@Nullable Neighbours neighbours;
    private RequestSearch search = RequestSearch.ofQuery("");
    private String draft = "";

    /** A message or an act, in the order they happened. */
    public record Turn(
            Instant at,
            @Nullable SaidMessage message,
            @Nullable RequestEvent event) {}

    /** Run before the page is written. */
    public void open() {
        try {
            RequestDetail read = reading.byId(actor.get(), SalesAddress.id(request));
            detail = read;
            draft = drafts.of(actor.get(), read.id());
            search = RequestSearch.of(request::getParameterValues);
            neighbours =
                    requests.neighbours(actor.get(), read.row(), read.desk().id(), search.filter());
            reading.opened(actor.get(), read.id());
        } catch (RequestUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    public RequestDetail getDetail() {
        return Objects.requireNonNull(detail);
    }

    public List<Turn> getTurns() {
        return Stream.concat(
                        getDetail().messages().stream().map(one -> new Turn(one.at(), one, null)),
                        getDetail().events().stream()
                                .filter(one -> SPOKEN.contains(one.act()))
                                .map(one -> new Turn(one.at(), null, one)))
                .sorted(Comparator.comparing((Turn turn) -> !isBeginning(turn)).thenComparing(Turn::at))
                .toList();
    }

    /** A conversation begins with its request, whose row is written a moment after its first words. */
    private static boolean isBeginning(Turn turn) {
        return turn.event() != null && turn.event().act() == RequestAct.OPENED;
    }

    public List<RequestEvent> getHistory() {
        return getDetail().events().stream()
                .filter(one -> !MESSAGES.contains(one.act()))
                .toList();
    }

    public List<ProSalesRequestsPage.Option> getCategories() {
        Long now = getDetail().categoryId();
        return choices.categories(getDetail().desk()).stream()
                .filter(one -> !one.retired() || Objects.equals(one.id(), now))
                .map(one -> option(one.id(), one.label().in(language.getCode()), now))
                .toList();
    }

    public List<ProSalesRequestsPage.Option> getPeople() {
        return people.of(getDetail().desk()).stream()
                .map(one -> option(one.id(), one.name(), getDetail().assignedTo()))
                .toList();
    }

    private static ProSalesRequestsPage.Option option(long id, String label, @Nullable Long now) {
        return new ProSalesRequestsPage.Option(Long.toString(id), label, now != null && now == id);
    }

    /** « Choisie par le client : Je ne sais pas », where the desk sorted it otherwise (S27, C30). */
    public String getChosenOtherwise() {
        String chosen = getDetail().chosen() == null
                ? ""
                : Objects.requireNonNull(getDetail().chosen()).in(language.getCode());
        String now = getDetail().row().category() == null
                ? ""
                : Objects.requireNonNull(getDetail().row().category()).in(language.getCode());
        return chosen.isEmpty() || chosen.equals(now) ? "" : words.text("pro.requests.chosen", chosen);
    }

    public List<SavedAnswers.Saved> getAnswers() {
        return answers.of(actor.get(), getDetail().desk().id(), getDetail().language());
    }

    public String getDraft() {
        return draft;
    }

    /** Why the last attempt to send was refused, or what was done; told after the redirect that follows. */
    public String getRefusal() {
        return SalesAddress.refusal(request, words);
    }

    public String getDone() {
        String done = Objects.requireNonNullElse(request.getParameter("done"), "");
        return done.matches("[a-zA-Z]{1,20}") && words.has("pro.requests.done." + done)
                ? words.text("pro.requests.done." + done)
                : "";
    }

    /** Whether the customer can be answered by mail. */
    public boolean isReachable() {
        return !getDetail().row().email().isEmpty();
    }

    /** In the list that it was opened from, which may stand the other way round. */
    public @Nullable Long getAbove() {
        Requests.Neighbours beside = Objects.requireNonNull(neighbours);
        return search.isOldestFirst() ? beside.below() : beside.above();
    }

    public @Nullable Long getBelow() {
        Requests.Neighbours beside = Objects.requireNonNull(neighbours);
        return search.isOldestFirst() ? beside.above() : beside.below();
    }

    public String getAlong() {
        return search.query().isEmpty() ? "" : "&" + search.query();
    }

    public String getListHref() {
        return search.query().isEmpty() ? "/pro/sales/requests" : "/pro/sales/requests?all=1&" + search.query();
    }
}
