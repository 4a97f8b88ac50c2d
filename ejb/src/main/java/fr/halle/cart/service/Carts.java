package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.merchant.service.Shops;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The basket (C01, C08). A cart is known by an id that cannot be guessed, and only within its portal. Prices are never taken from
 * who asks: every look computes them anew. Each change is one statement that names the version it was decided on; where another
 * change came first it is decided again, so that a hundred clicks at once neither overfill a cart nor lose one.
 */
@Service
public class Carts {

    public static final int MOST_LINES = 100;

    private static final int TRIES = 100;

    @Inject
    private CartStore store;

    @Inject
    private CartViews views;

    @Inject
    private Pricing pricing;

    @Inject
    private Shops shops;

    @Inject
    private CartChecks checks;

    public UUID open(long portalId, String language) {
        return store.open(portalId, language);
    }

    /** Whether the cart exists in this portal and can still be changed. */
    public boolean isOpen(long portalId, UUID cartId) {
        return store.load(cartId)
                .filter(cart -> cart.portalId() == portalId && !cart.ordered())
                .isPresent();
    }

    /** @throws CartUnknown for an id that is no cart's of this portal */
    public CartView view(long portalId, UUID cartId, String language) {
        return views.of(cart(portalId, cartId), language);
    }

    /**
     * Puts a choice in the cart; the same choice twice is one line.
     *
     * @param detail what has no column of its own, such as a skier's name
     * @throws ChoiceRefused when it cannot be had, or not so many of it
     * @throws CartFull at the hundred-and-first line
     */
    public CartLine add(long portalId, UUID cartId, Choice choice, Map<String, String> detail) {
        Details.check(detail);
        return changing(portalId, cartId, cart -> {
            Optional<StoredLine> same = cart.same(choice, detail);
            if (same.isPresent()) {
                return more(cart, same.get(), choice);
            }
            Priced priced = checks.price(cart, choice, 0);
            Choice asked = AskedOfKind.of(priced.kind(), choice);
            same = cart.same(asked, detail);
            if (same.isPresent()) {
                return more(cart, same.get(), asked);
            }
            if (cart.lines().size() >= MOST_LINES) {
                throw new CartFull(MOST_LINES);
            }
            return store.add(cart, asked, priced.shopId(), detail)
                    .map(id -> new CartLine(id, asked, detail, priced, null));
        });
    }

    private Optional<CartLine> more(StoredCart cart, StoredLine line, Choice choice) {
        long together;
        try {
            together = Math.addExact(line.choice().quantity(), choice.quantity());
        } catch (ArithmeticException e) {
            throw new ChoiceRefused(
                    "quantity", Reason.PIECES_RANGE, line.choice().quantity());
        }
        Choice all = line.withQuantity(together);
        Priced priced = pricing.price(cart.portalId(), choice, cart.language());
        if (priced.kind() == ProductKind.INSURANCE || priced.kind() == ProductKind.LODGING) {
            // One is enough: asking twice for the same is the same.
            return store.isUnchanged(cart)
                    ? Optional.of(new CartLine(line.id(), line.choice(), line.detail(), priced, null))
                    : Optional.empty();
        }
        return requantified(cart, line, all);
    }

    private Optional<CartLine> requantified(StoredCart cart, StoredLine line, Choice choice) {
        Priced priced = checks.price(cart, choice, line.id());
        return store.setQuantity(cart, line.id(), choice.quantity())
                ? Optional.of(new CartLine(line.id(), choice, line.detail(), priced, null))
                : Optional.empty();
    }

    /**
     * @throws CartLineUnknown for a line that is not this cart's
     * @throws ChoiceRefused when so many cannot be had
     */
    public CartLine change(long portalId, UUID cartId, long lineId, long quantity) {
        return changing(portalId, cartId, cart -> {
            StoredLine line = cart.line(lineId);
            return requantified(cart, line, line.withQuantity(quantity));
        });
    }

    /** @throws CartLineUnknown for a line that is not this cart's, or no longer */
    public void remove(long portalId, UUID cartId, long lineId) {
        changing(portalId, cartId, cart -> {
            StoredLine line = cart.line(lineId);
            return store.remove(cart, line.id()) ? Optional.of(line) : Optional.empty();
        });
    }

    /**
     * Chooses how a merchant's part is collected (C09–C12, K21).
     *
     * @throws ShopUnknown when nothing in the cart is of this shop
     * @throws CollectionRefused when the shop does not collect this way, or the slot is not free
     */
    public void choosePart(long portalId, UUID cartId, long shopId, Collection part) {
        changing(portalId, cartId, cart -> {
            if (cart.lines().stream().noneMatch(line -> line.shopId() == shopId)) {
                throw new ShopUnknown(shopId);
            }
            Shop shop = shops.byId(shopId);
            Collection checked = CollectionCheck.of(shop, part);
            checks.slot(cart, shop, checked);
            return store.setPart(cart, shopId, checked) ? Optional.of(checked) : Optional.empty();
        });
    }

    private StoredCart cart(long portalId, UUID cartId) {
        return of(portalId, store.load(cartId));
    }

    private static StoredCart of(long portalId, Optional<StoredCart> found) {
        return found.filter(cart -> cart.portalId() == portalId).orElseThrow(CartUnknown::new);
    }

    /** Decides on the cart as it was last seen and does it; decides again where another change came first. */
    private <T> T changing(long portalId, UUID cartId, Function<StoredCart, Optional<T>> change) {
        StoredCart cart = of(portalId, store.seen(cartId));
        for (int i = 0; i < TRIES; i++) {
            Optional<T> done = decided(cart, change);
            if (done.isPresent()) {
                return done.get();
            }
            cart = cart(portalId, cartId);
        }
        throw new CartBusy();
    }

    /** Nothing is refused because of how a cart was: empty where it is another by now. */
    private <T> Optional<T> decided(StoredCart cart, Function<StoredCart, Optional<T>> change) {
        try {
            if (cart.ordered()) {
                throw new CartAlreadyOrdered();
            }
            return change.apply(cart);
        } catch (BusinessException refused) {
            if (cart.ordered() || store.isUnchanged(cart)) {
                throw refused;
            }
            return Optional.empty();
        }
    }
}
