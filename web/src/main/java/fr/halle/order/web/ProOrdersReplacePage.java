package fr.halle.order.web;

import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.Collection;
import fr.halle.catalog.model.Priced;
import fr.halle.checkout.service.ReplacementBaskets;
import fr.halle.checkout.service.ReplacementBaskets.Basket;
import fr.halle.checkout.service.ReplacementBaskets.Offered;
import fr.halle.checkout.service.Substitution;
import fr.halle.checkout.service.Substitution.Confirmed;
import fr.halle.checkout.service.SubstitutionEffect;
import fr.halle.checkout.service.SubstitutionRefused;
import fr.halle.identity.web.CurrentActor;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Shops;
import fr.halle.merchant.service.Slots;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.order.service.Cancellation;
import fr.halle.order.service.LinesRefused;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartUnknown;
import fr.halle.order.web.ReplaceChoice.Option;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Remplacer (K10, M46, M53): the customer's telephone first, then which prestations, what replaces them, the effect in euros, the reason
 * and a button that says the amount. What is put together is kept in a basket of its own, so that every step can be left and found
 * again; the last form holds the amounts that were shown.
 */
@Named
@RequestScoped
public class ProOrdersReplacePage {

    private static final int DAYS_OF_SLOTS = 14;
    private static final String DELIVERY = "DELIVERY";

    @Inject
    private Substitution substitution;

    @Inject
    private Cancellation cancellation;

    @Inject
    private ReplacementBaskets baskets;

    @Inject
    private ReplaceChoice choice;

    @Inject
    private Shops shops;

    @Inject
    private Slots slots;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentLanguage language;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private PartForm form;

    @Inject
    private WhyForm whyForm;

    private @Nullable SubstitutionEffect effect;
    private @Nullable Optional<Basket> basket;
    private @Nullable List<Offered> products;
    private @Nullable String refusal;

    /** Run before the page is written: does what a form asked for, and looks whether the part is there to be replaced. */
    public void open() throws IOException {
        try {
            if (form.isPosted() && !form.text("do").isEmpty()) {
                act(form.text("do"));
            }
            getEffect();
            chosen().ifPresent(product -> choice.read(getEffect().replaced().portalId(), product));
        } catch (PartUnknown unknown) {
            form.notFound();
        }
    }

    private void act(String what) throws IOException {
        long part = getDetail().part().id();
        try {
            switch (what) {
                case "lines" -> baskets.replace(part, form.ids("line"), actor.get());
                case "add" ->
                    baskets.add(
                            part,
                            choice.asked(ReplaceChoice.number(form.text("product"), -1)),
                            detailOfOld(),
                            actor.get());
                case "remove" -> baskets.remove(part, ReplaceChoice.number(form.text("line"), -1), actor.get());
                case "collect" -> baskets.collect(part, how(), actor.get());
                default -> {
                    refusal = words.text("error.refused");
                    return;
                }
            }
            form.to("/pro/orders/replace?number=" + form.number());
        } catch (PartUnknown | NotAllowed notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            refusal = words.refusal(refused);
        }
    }

    public void replace() throws IOException {
        Why why = whyForm.said().orElse(null);
        if (why == null) {
            return;
        }
        try {
            Confirmed asked = new Confirmed(
                    getDetail().part().id(),
                    form.version(),
                    ReplaceChoice.number(form.text("paid"), -1),
                    ReplaceChoice.number(form.text("total"), -1),
                    why);
            String replacement = substitution.confirm(asked, actor.get());
            // What is owed back and waits is sent from the page of what it was paid for (K7).
            boolean waits = cancellation.waitingRefunds(asked.partId(), actor.get()) > 0;
            form.toPart(waits ? form.number() : replacement, "REPLACED");
        } catch (PartUnknown | NotAllowed notTheirs) {
            throw notTheirs;
        } catch (BusinessException refused) {
            refusal = words.refusal(refused);
            form.forget();
            effect = null;
            basket = null;
        }
    }

    /** A skier's name and the like go along with what replaces the lesson. */
    private Map<String, String> detailOfOld() {
        return getReplaceable().stream()
                .filter(this::isReplaced)
                .map(OrderLine::detail)
                .filter(detail -> !detail.isEmpty())
                .findFirst()
                .orElse(Map.of());
    }

    private Collection how() {
        String asked = form.text("how");
        return asked.equals(DELIVERY) ? Collection.delivery() : Collection.pickup(ReplaceChoice.instant(asked));
    }

    public PartDetail getDetail() {
        return form.part();
    }

    public SubstitutionEffect getEffect() {
        SubstitutionEffect read = effect;
        if (read == null) {
            read = previewed();
            effect = read;
        }
        return read;
    }

    /** Lines that cannot be replaced alone are said to be so, and the whole part is shown instead. */
    private SubstitutionEffect previewed() {
        long part = getDetail().part().id();
        try {
            return substitution.preview(part, actor.get());
        } catch (LinesRefused refused) {
            refusal = words.refusal(refused);
            baskets.replace(part, Set.of(), actor.get());
            return substitution.preview(part, actor.get());
        }
    }

    private Optional<Basket> basket() {
        Optional<Basket> read = basket;
        if (read == null) {
            read = baskets.of(getDetail().part().id(), actor.get());
            basket = read;
        }
        return read;
    }

    /** What is in the way, in a sentence; nothing while nothing is chosen, which the page says by itself. */
    public @Nullable String getObstacle() {
        RuntimeException why = getEffect().refusal();
        boolean nothing = why instanceof SubstitutionRefused refused
                && refused.variant().equals(SubstitutionRefused.Reason.NOTHING_CHOSEN.name());
        return why instanceof BusinessException refused && !nothing ? words.refusal(refused) : null;
    }

    public List<OrderLine> getReplaceable() {
        return getDetail().part().lines().stream()
                .filter(line -> line.state() != OrderLineState.CANCELLED)
                .toList();
    }

    public boolean isReplaced(OrderLine line) {
        Set<Long> some = getEffect().replaced().lines();
        return some.isEmpty() || some.contains(line.id());
    }

    /** Whether there is a choice of lines to make (K9). */
    public boolean isChoosing() {
        return getEffect().byLine() && getReplaceable().size() > 1;
    }

    public List<CartLine> getLines() {
        return basket().map(Basket::cart).stream().flatMap(cart -> cart.lines()).toList();
    }

    public String shown(CartLine line) {
        Priced priced = line.priced();
        String quantity = priced.byWeight() ? formats.grams(line.quantity()) : "× " + line.quantity();
        return Stream.of(
                        quantity,
                        priced.variant(),
                        Objects.requireNonNullElse(line.choice().size(), ""),
                        when(priced))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String when(Priced priced) {
        if (priced.startsAt() != null) {
            return formats.moment(priced.startsAt());
        }
        if (priced.startsOn() == null) {
            return "";
        }
        return priced.endsOn() == null || priced.endsOn().equals(priced.startsOn())
                ? formats.day(priced.startsOn())
                : formats.dates(priced.startsOn(), priced.endsOn());
    }

    public @Nullable String problem(CartLine line) {
        return line.refusal() == null ? null : words.refusal(line.refusal());
    }

    private Optional<CartPart> part() {
        return basket().flatMap(Basket::part);
    }

    public boolean isCollected() {
        return part().filter(CartPart::isCollected).isPresent();
    }

    /** How the replacement is collected, as it stands. */
    public @Nullable String getHow() {
        return part().map(CartPart::chosen)
                .map(how -> how.mode() == Collection.Mode.DELIVERY ? DELIVERY : Objects.toString(how.slotStart(), ""))
                .orElse(null);
    }

    public List<Option> getWays() {
        Shop shop = shops.byId(getEffect().replaced().shopId());
        List<Option> ways = new ArrayList<>();
        if (shop.delivery()) {
            ways.add(new Option(DELIVERY, words.text("basket.DELIVERY")));
        }
        if (shop.pickup()) {
            part().map(CartPart::slotStart).map(this::way).ifPresent(ways::add);
            LocalDate from = part().map(CartPart::collectedFrom).orElseGet(clock::today);
            LocalDate until = part().map(CartPart::collectedUntil).orElse(LocalDate.MAX);
            slots.of(shop.id(), from, DAYS_OF_SLOTS, language.getCode()).stream()
                    .filter(day -> !day.date().isAfter(until))
                    .flatMap(day -> day.free().stream())
                    .map(slot -> way(slot.startsAt()))
                    .filter(way -> !ways.contains(way))
                    .forEach(ways::add);
        }
        return ways;
    }

    private Option way(Instant start) {
        return new Option(start.toString(), words.text("pro.replace.pickup", formats.moment(start)));
    }

    public List<Offered> getProducts() {
        List<Offered> read = products;
        if (read == null) {
            read = baskets.products(getDetail().part().id(), language.getCode(), actor.get());
            products = read;
        }
        return read;
    }

    public @Nullable Long getChosenProduct() {
        return chosen().map(Offered::id).orElse(null);
    }

    private Optional<Offered> chosen() {
        long id = ReplaceChoice.number(form.text("product"), -1);
        return getProducts().stream().filter(product -> product.id() == id).findFirst();
    }

    /** The button says what it does, in euros. */
    public String getButton() {
        SubstitutionEffect shown = getEffect();
        if (shown.back().cents() > 0) {
            return words.text(shown.refundWaits() ? "pro.replace.goAndWait" : "pro.replace.goAndRefund", shown.back());
        }
        return shown.link().cents() > 0
                ? words.text("pro.replace.goAndAsk", shown.link())
                : words.text("pro.replace.go");
    }

    public @Nullable String getRefusal() {
        return refusal;
    }
}
