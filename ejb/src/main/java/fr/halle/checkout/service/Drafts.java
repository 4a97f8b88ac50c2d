package fr.halle.checkout.service;

import fr.halle.cart.service.CartAlreadyOrdered;
import fr.halle.cart.service.CartLine;
import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartPart.Missing;
import fr.halle.cart.service.CartTerms;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a basket and what its customer typed into the frozen draft of an order, or says everything that is in the way. */
@Service
public class Drafts {

    @Inject
    private Carts carts;

    @Inject
    private CartTerms terms;

    @Inject
    private ForAdults forAdults;

    @Inject
    private Portals portals;

    @Inject
    private HalleClock clock;

    /**
     * @param language of the order: its texts, its mails; null for the cart's own
     * @throws CheckoutRefused with all that is wrong: contact details, collection, slots, terms, lines that are gone
     * @throws CartAlreadyOrdered for a cart that is an order already
     * @throws fr.halle.cart.service.CartUnknown for another portal's cart, or none
     */
    public OrderDraft make(long portalId, UUID cartId, CheckoutForm form, @Nullable String language) {
        CartView cart = carts.view(portalId, cartId, language);
        if (cart.ordered()) {
            throw new CartAlreadyOrdered();
        }
        String spoken = language == null ? cart.language() : language;
        List<FieldError> errors = new ArrayList<>();
        Customer customer = new CustomerCheck(errors).read(form.customer(), cart.needsAddress());
        if (cart.isForAdults() && !form.customer().adult()) {
            errors.add(FieldError.of("adult", "MISSING"));
        }
        checkCart(cart, errors);
        List<OrderDraft.Terms> accepted = TermsCheck.accepted(terms.of(cart, spoken), form, clock.instant(), errors);
        if (errors.isEmpty()) {
            checkSeen(cart, form.seen(), errors);
        }
        if (!errors.isEmpty()) {
            throw new CheckoutRefused(errors);
        }
        return new DraftOf(cart, customer, clock.today())
                .with(accepted, spoken, portals.byId(portalId).settings().frozen());
    }

    /**
     * The draft of an accepted quote: what is sold is the quote's, who buys and under whose terms is asked of the customer as at the
     * till.
     *
     * @param parts as the quote says, discount, deposit and balance included
     * @throws CheckoutRefused with all that is wrong: contact details, age, terms
     */
    public OrderDraft ofQuote(
            long portalId, long quoteId, List<OrderDraft.Part> parts, CheckoutForm form, String language) {
        List<FieldError> errors = new ArrayList<>();
        Customer customer = new CustomerCheck(errors).read(form.customer(), true);
        List<OrderDraft.Line> lines =
                parts.stream().flatMap(part -> part.lines().stream()).toList();
        if (!form.customer().adult() && !forAdults.among(lines).isEmpty()) {
            errors.add(FieldError.of("adult", "MISSING"));
        }
        List<CartTerms.Seller> sellers = parts.stream()
                .map(part -> new CartTerms.Seller(part.lines().get(0).seller(), part.shopId(), part.merchantId()))
                .toList();
        List<OrderDraft.Terms> accepted =
                TermsCheck.accepted(terms.of(portalId, sellers, language), form, clock.instant(), errors);
        if (!errors.isEmpty()) {
            throw new CheckoutRefused(errors);
        }
        return new OrderDraft(
                customer,
                language,
                parts,
                accepted,
                portals.byId(portalId).settings().frozen(),
                quoteId);
    }

    /** A price that changed, a line from another window, a deposit whose day is over: whoever presses knows what is ordered. */
    private static void checkSeen(CartView cart, CheckoutForm.@Nullable Sums seen, List<FieldError> errors) {
        if (seen != null && (seen.totalCents() != cart.totalCents() || seen.dueNowCents() != cart.dueNowCents())) {
            errors.add(FieldError.of("total", "CHANGED"));
        }
    }

    private static void checkCart(CartView cart, List<FieldError> errors) {
        if (cart.isEmpty()) {
            errors.add(FieldError.of("cart", "EMPTY"));
        }
        cart.lines().filter(line -> !line.isAvailable()).forEach(line -> errors.add(gone(line)));
        for (CartPart part : cart.parts()) {
            part.missing().forEach(missing -> errors.add(missing(part, missing)));
        }
    }

    private static FieldError gone(CartLine line) {
        ChoiceRefused refusal = line.refusal();
        if (refusal == null) {
            throw new IllegalArgumentException("The line can be had");
        }
        return new FieldError(
                "line." + line.id(),
                "error." + refusal.key() + "." + refusal.reason(),
                line.priced().name(),
                List.of(refusal.details()));
    }

    private static FieldError missing(CartPart part, Missing missing) {
        String shop = part.shop().name();
        String field = "part." + part.shop().id();
        return switch (missing) {
            case MODE -> FieldError.about(shop, field + ".mode", "mode", "MISSING");
            case MODE_GONE -> FieldError.about(shop, field + ".mode", "mode", "GONE");
            case SLOT -> FieldError.about(shop, field + ".slot", "slot", "MISSING");
            case SLOT_GONE -> FieldError.about(shop, field + ".slot", "slot", "GONE");
            case SLOT_EARLY -> FieldError.about(shop, field + ".slot", "slot", "EARLY");
            case SLOT_LATE -> FieldError.about(shop, field + ".slot", "slot", "LATE");
        };
    }
}
