package fr.halle.checkout.service;

import fr.halle.cart.service.CartPart;
import fr.halle.cart.service.CartView;
import fr.halle.cart.service.Carts;
import fr.halle.cart.service.Collection;
import fr.halle.cart.service.CollectionRefused;
import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.service.Pricing;
import fr.halle.checkout.service.SubstitutionRefused.Reason;
import fr.halle.order.service.PartUnknown;
import fr.halle.order.service.Sight;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The basket in which somebody of a shop puts together what is to replace a part (K10, M46): a basket like a customer's, so that prices,
 * places and slots are what they are for everybody, but of this shop only, and what the part itself holds counts as free. One for each
 * part and person, kept until it is an order, or as long as any basket that nobody changes ({@link OldBaskets}).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReplacementBaskets {

    private static final String PART =
            "select p.id, p.merchant_id, p.portal_id, p.shop_id, p.mode, p.slot_start, p.street, p.postcode, p.city, p.note, o.language"
                    + " from merchant_order p join customer_order o on o.id = p.order_id where p.id = ?";

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private Carts carts;

    @Inject
    private Pricing pricing;

    /**
     * What is in it.
     *
     * @param lines of the part, which it is to replace; none for all of it
     */
    public record Basket(UUID cartId, Set<Long> lines, CartView cart) {

        public Optional<CartPart> part() {
            return cart.parts().stream().findFirst();
        }
    }

    /** Something of the part's shop that can replace it. */
    public record Offered(long id, String slug, String name) {}

    private record Part(
            long id,
            long merchantId,
            long portalId,
            long shopId,
            String language,
            @Nullable Collection collected) {

        static Part of(Row row) throws SQLException {
            return new Part(
                    row.number("id"),
                    row.number("merchant_id"),
                    row.number("portal_id"),
                    row.number("shop_id"),
                    row.text("language"),
                    collected(row));
        }

        private static @Nullable Collection collected(Row row) throws SQLException {
            if (row.text("mode").equals("NONE")) {
                return null;
            }
            boolean pickup = row.text("mode").equals("PICKUP");
            Instant slot = row.instantOrNull("slot_start");
            return new Collection(
                    pickup ? Collection.Mode.PICKUP : Collection.Mode.DELIVERY,
                    pickup ? slot : null,
                    row.textOrNull("street"),
                    row.textOrNull("postcode"),
                    row.textOrNull("city"),
                    row.textOrNull("note"));
        }
    }

    private record Kept(UUID cartId, Set<Long> lines) {}

    /** @throws PartUnknown when there is no such part, or it is not the actor's to see */
    public Optional<Basket> of(long partId, Actor actor) {
        Part part = part(partId, actor);
        return kept(partId, actor).map(kept -> basket(part, kept));
    }

    /**
     * What the part's shop sells, by name.
     *
     * @param language of who chooses
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public List<Offered> products(long partId, String language, Actor actor) {
        String name = "en".equals(language) ? "name_en" : "name_fr";
        return sql.list(
                "select id, slug, " + name + " as name from product where shop_id = ? and active order by " + name
                        + ", id",
                row -> new Offered(row.number("id"), row.text("slug"), row.text("name")),
                part(partId, actor).shopId());
    }

    /**
     * Which lines are to be replaced; all of the part where there is none, or they are all that live.
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     */
    public void replace(long partId, Set<Long> lines, Actor actor) {
        Part part = part(partId, actor);
        Set<Long> living = new TreeSet<>(sql.list(
                "select id from order_line where merchant_order_id = ? and state <> 'CANCELLED'",
                row -> row.number("id"),
                partId));
        opened(part, actor);
        sql.update(
                "update replacement_basket set lines = ? where merchant_order_id = ? and user_id = ?",
                lines.containsAll(living) ? new Long[0] : new TreeSet<>(lines).toArray(Long[]::new),
                partId,
                actor.id());
    }

    /**
     * Puts something of the part's shop in; the first that is collected is collected as the part was, where that can still be.
     *
     * @throws PartUnknown when there is no such part, or it is not the actor's to see
     * @throws SubstitutionRefused when it is of another shop
     * @throws ChoiceRefused when it cannot be had, or not so many of it
     */
    public void add(long partId, Choice choice, Map<String, String> detail, Actor actor) {
        Part part = part(partId, actor);
        Pricing.Sold sold = pricing.sold(part.portalId(), List.of(choice.productId()), part.language())
                .get(choice.productId());
        if (sold == null || sold.shopId() != part.shopId()) {
            throw new SubstitutionRefused(Reason.ANOTHER_SHOP);
        }
        Kept kept = opened(part, actor);
        carts.add(part.portalId(), kept.cartId(), choice, detail);
        Collection before = part.collected();
        if (before != null && isToBeCollected(basket(part, kept))) {
            collectAsBefore(part, kept, before);
        }
    }

    private static boolean isToBeCollected(Basket basket) {
        return basket.part()
                .filter(part -> part.isCollected() && !part.missing().isEmpty())
                .isPresent();
    }

    private void collectAsBefore(Part part, Kept kept, Collection before) {
        try {
            carts.choosePart(part.portalId(), kept.cartId(), part.shopId(), before);
        } catch (CollectionRefused gone) {
            // The slot is over or full by now: the basket says that it is to be chosen anew.
        }
    }

    /** @throws fr.halle.cart.service.CartLineUnknown for a line that is not in it */
    public void remove(long partId, long cartLine, Actor actor) {
        Part part = part(partId, actor);
        Kept kept = kept(partId, actor).orElseThrow(() -> new SubstitutionRefused(Reason.NOTHING_CHOSEN));
        carts.remove(part.portalId(), kept.cartId(), cartLine);
    }

    /**
     * How it is collected.
     *
     * @throws CollectionRefused when the shop does not collect this way, or the slot is not free
     */
    public void collect(long partId, Collection how, Actor actor) {
        Part part = part(partId, actor);
        Kept kept = kept(partId, actor).orElseThrow(() -> new SubstitutionRefused(Reason.NOTHING_CHOSEN));
        carts.choosePart(part.portalId(), kept.cartId(), part.shopId(), how);
    }

    private Basket basket(Part part, Kept kept) {
        return new Basket(kept.cartId(), kept.lines(), carts.view(part.portalId(), kept.cartId(), part.language()));
    }

    private Part part(long partId, Actor actor) {
        actor.must(Permission.CANCEL_ORDERS);
        Part part = sql.one(PART, Part::of, partId).orElseThrow(PartUnknown::new);
        if (!sight.of(actor).holds(part.merchantId(), part.portalId())) {
            throw new PartUnknown();
        }
        return part;
    }

    /** One that became an order is not looked at any more. */
    private Optional<Kept> kept(long partId, Actor actor) {
        return sql.one(
                "select b.cart_id, array_to_string(b.lines, ' ') as lines from replacement_basket b join cart c on c.id = b.cart_id"
                        + " and c.state = 'OPEN' where b.merchant_order_id = ? and b.user_id = ?",
                row -> new Kept(row.uuid("cart_id"), ids(row.text("lines"))),
                partId,
                actor.id());
    }

    private static Set<Long> ids(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Set.of(joined.split(" ")).stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    private Kept opened(Part part, Actor actor) {
        Optional<Kept> there = kept(part.id(), actor);
        if (there.isPresent()) {
            return there.get();
        }
        UUID cart = carts.open(part.portalId(), part.language());
        sql.update(
                "insert into replacement_basket (merchant_order_id, user_id, cart_id) values (?, ?, ?)"
                        + " on conflict (merchant_order_id, user_id) do update set cart_id = excluded.cart_id, lines = '{}'",
                part.id(),
                actor.id(),
                cart);
        return new Kept(cart, Set.of());
    }
}
