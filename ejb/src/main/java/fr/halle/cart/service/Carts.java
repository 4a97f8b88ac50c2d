package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.service.Pricing;
import fr.halle.catalog.service.Pricing.Sold;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.ShopUnknown;
import fr.halle.merchant.service.Shops;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /** The id of a new cart that is written when the first thing is put in it: within a day, or the id is no cart's any more. */
    public UUID promise(long portalId, String language) {
        return store.promise(portalId, language);
    }

    /** Whether the cart exists in this portal and can still be changed. */
    public boolean isOpen(long portalId, UUID cartId) {
        return store.load(portalId, cartId).filter(cart -> !cart.ordered()).isPresent();
    }

    /**
     * @param language of the texts; null for the cart's own
     * @throws CartUnknown for an id that is no cart's of this portal
     */
    public CartView view(long portalId, UUID cartId, @Nullable String language) {
        return asItIs(portalId, cartId, cart -> views.of(cart, language == null ? cart.language() : language));
    }

    /**
     * Puts a choice in the cart; the same choice twice is one line.
     *
     * @throws ChoiceRefused when it cannot be had, or not so many of it
     * @throws CartFull at the hundred-and-first line
     */
    public CartLine add(long portalId, UUID cartId, Choice choice, Map<String, String> detail) {
        return alone(() -> fill(portalId, cartId, List.of(new Wish(choice, detail)), List.of())
                .get(0));
    }

    /**
     * Puts several choices in the cart and chooses how parts of it are collected (C09–C12, K21): all of it or, where something is
     * refused, none. A refusal names the field within the request, such as {@code lines[1].quantity} or {@code parts[0].slot}.
     *
     * @return the line that each wish is in, in their order
     * @throws ChoiceRefused when something cannot be had, or not so many of it
     * @throws CartFull at the hundred-and-first line
     * @throws ShopUnknown when nothing in the cart is of this shop
     * @throws CollectionRefused when a shop does not collect this way, or the slot is not free
     */
    public List<CartLine> fill(long portalId, UUID cartId, List<Wish> wishes, List<PartWish> parts) {
        for (int i = 0; i < wishes.size(); i++) {
            Map<String, String> detail = wishes.get(i).detail();
            within("lines", i, () -> Details.check(detail));
        }
        return changing(portalId, cartId, cart -> filled(store.filling(cart), wishes, parts));
    }

    private Optional<List<CartLine>> filled(Filling filling, List<Wish> wishes, List<PartWish> parts) {
        List<Long> wished = put(filling, wishes);
        Map<Long, Priced> priced = checks.price(filling, wished);
        return store.fill(filling, collected(filling, parts))
                ? Optional.of(
                        wished.stream().map(id -> line(filling, id, priced)).toList())
                : Optional.empty();
    }

    private List<Long> put(Filling filling, List<Wish> wishes) {
        StoredCart cart = filling.before();
        Map<Long, Sold> sold = pricing.sold(
                cart.portalId(),
                wishes.stream().map(wish -> wish.choice().productId()).toList(),
                cart.language());
        List<Long> wished = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            within("lines", i, () -> {
                Sold product = sold.get(wish.choice().productId());
                if (product == null) {
                    throw new ChoiceRefused("productId", Reason.PRODUCT_UNKNOWN);
                }
                wished.add(filling.put(wish, product));
            });
        }
        for (int i = 0; i < wishes.size(); i++) {
            Choice choice = wishes.get(i).choice();
            if (filling.line(wished.get(i)).choice().quantity() != choice.quantity()) {
                // What cannot be wished for by itself cannot be added to a line either.
                within("lines", i, () -> pricing.price(cart.portalId(), choice, cart.language()));
            }
        }
        return wished;
    }

    private Map<Long, Collection> collected(Filling filling, List<PartWish> parts) {
        Map<Long, Collection> collected = new HashMap<>();
        Map<Integer, ChosenSlot> slots = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            PartWish part = parts.get(i);
            int rank = i;
            within("parts", i, () -> {
                if (!filling.sells(part.shopId())) {
                    throw new ShopUnknown(part.shopId());
                }
                Shop shop = shops.byId(part.shopId());
                Collection checked = CollectionCheck.of(shop, part.how());
                collected.put(part.shopId(), checked);
                if (checked.slotStart() != null) {
                    slots.put(rank, new ChosenSlot(shop, checked.slotStart()));
                }
            });
        }
        checks.free(filling.before(), slots);
        return collected;
    }

    private static CartLine line(Filling filling, long id, Map<Long, Priced> priced) {
        StoredLine line = filling.line(id);
        return new CartLine(id, line.choice(), line.detail(), Objects.requireNonNull(priced.get(id)), null);
    }

    /**
     * @throws CartLineUnknown for a line that is not this cart's
     * @throws ChoiceRefused when so many cannot be had
     */
    public CartLine change(long portalId, UUID cartId, long lineId, long quantity) {
        return alone(() -> changing(portalId, cartId, cart -> {
            Filling filling = store.filling(cart);
            filling.requantify(lineId, quantity);
            Map<Long, Priced> priced = checks.price(filling, List.of(lineId));
            return store.fill(filling, Map.of()) ? Optional.of(line(filling, lineId, priced)) : Optional.empty();
        }));
    }

    /** @throws CartLineUnknown for a line that is not this cart's, or no longer */
    public void remove(long portalId, UUID cartId, long lineId) {
        changing(portalId, cartId, cart -> store.remove(cart, lineId) ? Optional.of(lineId) : Optional.empty());
    }

    /**
     * Chooses how a merchant's part is collected (C09–C12, K21).
     *
     * @throws ShopUnknown when nothing in the cart is of this shop
     * @throws CollectionRefused when the shop does not collect this way, or the slot is not free
     */
    public void choosePart(long portalId, UUID cartId, long shopId, Collection how) {
        alone(() -> fill(portalId, cartId, List.of(), List.of(new PartWish(shopId, how))));
    }

    private static void within(String list, int index, Runnable step) {
        try {
            step.run();
        } catch (FieldRefusal refusal) {
            refusal.within(list + "[" + index + "].");
            throw refusal;
        }
    }

    /** Of a request about one thing, the field is named by itself. */
    private static <T> T alone(Supplier<T> step) {
        try {
            return step.get();
        } catch (FieldRefusal refusal) {
            refusal.within("");
            throw refusal;
        }
    }

    private StoredCart cart(long portalId, UUID cartId) {
        return store.load(portalId, cartId).orElseThrow(CartUnknown::new);
    }

    /** Decides on the cart as it was last seen and does it; decides again where another change came first. */
    private <T> T changing(long portalId, UUID cartId, Function<StoredCart, Optional<T>> change) {
        return asItIs(portalId, cartId, cart -> decided(cart, change));
    }

    /** @param step of the cart as it was last seen; empty where it finds that the cart is another by now */
    private <T> T asItIs(long portalId, UUID cartId, Function<StoredCart, Optional<T>> step) {
        StoredCart cart = store.seen(portalId, cartId).orElseThrow(CartUnknown::new);
        for (int i = 0; i < TRIES; i++) {
            Optional<T> done = step.apply(cart);
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
