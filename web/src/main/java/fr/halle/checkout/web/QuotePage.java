package fr.halle.checkout.web;

import fr.halle.cart.service.CartTerms;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.service.CapacityShort;
import fr.halle.checkout.service.CartOrdered;
import fr.halle.checkout.service.CheckoutRefused;
import fr.halle.checkout.service.CheckoutStarted;
import fr.halle.checkout.service.FieldError;
import fr.halle.checkout.service.ForAdults;
import fr.halle.checkout.service.IdempotencyKeyReused;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.LinePick;
import fr.halle.sales.model.PickRefused;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.sales.service.OfferedQuote;
import fr.halle.sales.service.PlacesGone;
import fr.halle.sales.service.QuoteAnswers;
import fr.halle.sales.service.QuoteClosed;
import fr.halle.sales.service.QuoteOrdered;
import fr.halle.sales.service.QuoteUnknown;
import fr.halle.shared.model.MoveRefused;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.RequestOrigin;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /quote?token=…}: what a desk offers, as its customer reads, declines, or accepts and pays it (C24–C26). The amount stands in the
 * button: whoever picks something else is shown the new amount before anything is accepted.
 */
@Named
@RequestScoped
public class QuotePage {

    private static final int UNPROCESSABLE = 422;

    @Inject
    private QuoteAnswers answers;

    @Inject
    private CartTerms terms;

    @Inject
    private ForAdults forAdults;

    @Inject
    private CheckoutSheets sheets;

    @Inject
    private CheckoutErrorWords errorWords;

    @Inject
    private CurrentPortal portal;

    @Inject
    private Words words;

    @Inject
    private HttpServletRequest request;

    private final Map<String, String> errors = new LinkedHashMap<>();
    private List<CheckoutSheet.Problem> problems = List.of();
    private @Nullable OfferedQuote offered;
    private @Nullable TypedCheckout typed;
    private Set<Long> picked = Set.of();
    private @Nullable String refusal;
    private @Nullable String news;

    public void load() {
        try {
            OfferedQuote found = answers.byToken(portal.getId(), getToken());
            offered = found;
            picked = found.taken();
            typed = TypedCheckout.first(Optional.of(found.quote().customer()));
            if (request.getMethod().equals("POST")) {
                answer(found);
            } else {
                answers.opened(found);
            }
        } catch (QuoteUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    private void answer(OfferedQuote quote) {
        typed = TypedCheckout.of(request);
        picked = pickedNow();
        String act = text("act");
        try {
            if (act.equals("decline")) {
                answers.decline(portal.getId(), getToken(), text("reason"));
                SeeOther.at(here());
            } else if (quote.quote().totals(picked).dueNowCents() != shownCents() || act.equals("reckon")) {
                news = words.text("offer.reckoned");
            } else {
                accept(typed);
            }
        } catch (PickRefused impossible) {
            picked = quote.taken();
            refuse(words.refusal(impossible));
        } catch (CheckoutRefused refused) {
            refuse(refused);
        } catch (CapacityShort sold) {
            refuse(words.text("offer.sold", sold(quote, sold)));
        } catch (PlacesGone gone) {
            refuse(words.text("offer.sold", String.join(", ", gone.names())));
        } catch (QuoteClosed | QuoteOrdered | CartOrdered | MoveRefused over) {
            SeeOther.at(here());
        }
    }

    private void accept(TypedCheckout now) {
        try {
            CheckoutStarted started = answers.accept(
                    portal.getId(),
                    getToken(),
                    new QuoteAnswers.Acceptance(now.key(), picked, now.form(request.getRemoteAddr())),
                    RequestOrigin.of(request));
            goOn(now, started);
        } catch (IdempotencyKeyReused corrected) {
            typed = now.withKey(now.keyOfThese());
            accept(typed);
        }
    }

    private void goOn(TypedCheckout now, CheckoutStarted started) {
        String pay = started.redirectUrl();
        switch (started.state()) {
            case REDIRECTED -> SeeOther.at(pay == null ? here() : pay);
            case PLACED -> SeeOther.at(OrderAddress.of(started.orderNumber(), started.token()));
            case UNKNOWN -> SeeOther.at(here() + "&returned=1");
            case FAILED -> {
                // An earlier attempt under this key came to nothing: this press is a new one.
                String again = TypedCheckout.AGAIN + started.orderNumber();
                if (now.key().startsWith(again)) {
                    refuse(words.text("offer.failed"));
                } else {
                    typed = now.withKey(again + "-" + now.keyOfThese());
                    accept(typed);
                }
            }
        }
    }

    private Set<Long> pickedNow() {
        Set<Long> now = new LinkedHashSet<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.equals("option") || name.matches("alternative-\\d{1,4}")) {
                Arrays.stream(values)
                        .filter(value -> value.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .forEach(now::add);
            }
        });
        return now;
    }

    /** -1 where it is missing or forged: then the amount is shown again. */
    private long shownCents() {
        String shown = text("shown");
        return shown.matches("\\d{1,15}") ? Long.parseLong(shown) : -1;
    }

    private String sold(OfferedQuote quote, CapacityShort sold) {
        List<FrozenQuote.Line> taken = quote.quote().taken(picked);
        return sold.shortages().stream()
                .map(one -> taken.get(one.lineNo() - 1).line().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private void refuse(CheckoutRefused refused) {
        List<FieldError> wrong = sheets.wrong(refused);
        problems = wrong.stream()
                .map(error -> new CheckoutSheet.Problem(CheckoutSheet.href(error.field()), errorWords.whole(error)))
                .toList();
        for (FieldError error : wrong) {
            errors.putIfAbsent(CheckoutSheet.id(error.field()), errorWords.beside(error));
        }
        unprocessable();
    }

    private void refuse(String sentence) {
        refusal = sentence;
        unprocessable();
    }

    private static void unprocessable() {
        ((HttpServletResponse)
                        FacesContext.getCurrentInstance().getExternalContext().getResponse())
                .setStatus(UNPROCESSABLE);
    }

    private String here() {
        return "/quote?token=" + getToken();
    }

    private String text(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public String getToken() {
        String token = text("token");
        return token.matches("[A-Za-z0-9_-]{1,100}") ? token : "";
    }

    public @Nullable OfferedQuote getOffered() {
        return offered;
    }

    private FrozenQuote quote() {
        OfferedQuote shown = offered;
        if (shown == null) {
            throw new IllegalStateException("No quote is shown");
        }
        return shown.quote();
    }

    /** Of what is picked now. */
    public QuoteTotals getTotals() {
        return quote().totals(picked);
    }

    public boolean isPicked(FrozenQuote.Line line) {
        return line.pick() == LinePick.FIRM || picked.contains(line.lineId());
    }

    /** Whether there is anything to choose. */
    public boolean isChoosing() {
        return quote().lines().stream().anyMatch(line -> line.pick() != LinePick.FIRM);
    }

    /** The boxes of the terms as they are today (C04). */
    public List<CheckoutSheet.Box> getBoxes() {
        FrozenQuote shown = quote();
        List<CartTerms.Seller> sellers = shown.lines().stream()
                .map(line -> new CartTerms.Seller(line.line().seller(), line.shopId(), line.merchantId()))
                .toList();
        return sheets.boxes(terms.of(portal.getId(), sellers, shown.language()));
    }

    /** What of it is for adults only, null where nothing is. */
    public @Nullable String getAdults() {
        return sheets.adults(forAdults.among(taken()));
    }

    /** What of it may be sent back, told before it is accepted (L221-5). */
    public List<String> getWithdrawal() {
        return sheets.withdrawal(taken().stream()
                .collect(Collectors.groupingBy(
                        OrderDraft.Line::withdrawal,
                        LinkedHashMap::new,
                        Collectors.mapping(OrderDraft.Line::name, Collectors.toList()))));
    }

    private List<OrderDraft.Line> taken() {
        return quote().taken(picked).stream().map(FrozenQuote.Line::line).toList();
    }

    /** Back from the provider's page, and nothing was taken there. */
    public boolean isRefused() {
        OfferedQuote shown = offered;
        return shown != null
                && shown.order() == null
                && !shown.paying()
                && !isGivenBack()
                && request.getParameter("returned") != null;
    }

    /** Back from the provider's page, where it was paid too late or a second time. */
    public boolean isGivenBack() {
        return text("returned").equals("back");
    }

    /** The bank has been asked and has not answered: the page asks again by itself. */
    public boolean isWaiting() {
        OfferedQuote shown = offered;
        return shown != null && shown.paying() && request.getParameter("returned") != null;
    }

    public String getOrderHref() {
        OfferedQuote.Order order = offered == null ? null : offered.order();
        return order == null ? "/" : OrderAddress.of(order.number(), order.token()) + "&follow=1";
    }

    public @Nullable TypedCheckout getTyped() {
        return typed;
    }

    public Map<String, String> getErrors() {
        return errors;
    }

    public List<CheckoutSheet.Problem> getProblems() {
        return problems;
    }

    public @Nullable String getRefusal() {
        return refusal;
    }

    public @Nullable String getNews() {
        return news;
    }
}
