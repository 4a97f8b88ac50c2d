package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Memory;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cart in one statement and changes it in one, so that filling a basket costs few round trips and no transaction. A promised
 * cart is written by its first change. A change
 * names the version it was decided on; where that is no longer the cart's, it changes nothing. So what was seen of a cart lately may
 * be decided on without reading it again: another node's change is found out at the latest when ours is written. Used outside any
 * transaction: what is remembered is committed.
 */
@Service
class CartStore {

    /** A cart that is looked at every second is written as "touched" every ten minutes: that is enough to know when it may go. */
    private static final Duration TOUCH = Duration.ofMinutes(10);

    private static final String LOAD =
            "select c.portal_id, c.language, c.state, c.version, l.id, l.product_id, l.shop_id,"
                    + " l.variant_id, l.quantity, l.starts_on, l.ends_on, l.starts_at, l.size, l.adults, l.children, l.choice,"
                    + " p.mode, p.slot_start, p.street, p.postcode, p.city, p.note"
                    + " from cart c left join cart_line l on l.cart_id = c.id"
                    + " left join cart_part p on p.cart_id = c.id and p.shop_id = l.shop_id where c.id = ?"
                    + " and c.state <> 'FORGOTTEN' order by l.id";

    private static final String CHANGING = "with changing as (update cart set version = version + 1,"
            + " touched_at = case when touched_at < ? then ? else touched_at end"
            + " where id = ? and version = ? and state = 'OPEN' returning id)";

    private static final String BEGINNING =
            "with changing as (insert into cart (id, portal_id, language, created_at, touched_at)"
                    + " values (?, ?, ?, ?, ?) on conflict (id) do nothing returning id)";

    private static final String IF_CHANGING = "where exists (select from changing)";

    private static final String ADD =
            ", added as (" + Pipeline.insertOf("cart_line", LineRow.class) + IF_CHANGING + ")";

    private static final String REQUANTIFY =
            ", requantified as (update cart_line l set quantity = w.quantity from changing,"
                    + " unnest(?::bigint[], ?::bigint[]) as w(id, quantity) where l.id = w.id and l.cart_id = changing.id)";

    private static final String COLLECT = ", collected as (" + Pipeline.insertOf("cart_part", PartRow.class)
            + IF_CHANGING
            + " on conflict (cart_id, shop_id) do update set mode = excluded.mode, slot_start = excluded.slot_start,"
            + " street = excluded.street, postcode = excluded.postcode, city = excluded.city, note = excluded.note)";

    /** Baskets, and lines of one, that are worth remembering: a stranger must not fill the memory with what he puts in. */
    private static final int REMEMBERED = 2_000;

    private static final int REMEMBERED_LINES = 10;

    private final Memory<UUID, StoredCart> seen = new Memory<>(REMEMBERED);

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private CartIds cartIds;

    @Inject
    private HalleClock clock;

    /** A line's columns. */
    private record LineRow(
            long id,
            UUID cartId,
            long productId,
            long shopId,
            @Nullable Long variantId,
            long quantity,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable Instant startsAt,
            @Nullable String size,
            @Nullable Integer adults,
            @Nullable Integer children,
            Map<String, String> choice,
            Instant addedAt) {

        static LineRow of(UUID cart, StoredLine line, Instant now) {
            Choice choice = line.choice();
            return new LineRow(
                    line.id(),
                    cart,
                    choice.productId(),
                    line.shopId(),
                    choice.variantId(),
                    choice.quantity(),
                    choice.startsOn(),
                    choice.endsOn(),
                    choice.startsAt(),
                    choice.size(),
                    choice.adults(),
                    choice.children(),
                    line.detail(),
                    now);
        }
    }

    /** A part's columns. */
    private record PartRow(
            UUID cartId,
            long shopId,
            Collection.Mode mode,
            @Nullable Instant slotStart,
            @Nullable String street,
            @Nullable String postcode,
            @Nullable String city,
            @Nullable String note) {

        static PartRow of(UUID cart, long shop, Collection how) {
            return new PartRow(
                    cart, shop, how.mode(), how.slotStart(), how.street(), how.postcode(), how.city(), how.note());
        }
    }

    UUID open(long portalId, String language) {
        UUID id = cartIds.next(portalId, language);
        StoredCart cart = StoredCart.promised(id, portalId, language);
        change(cart, cart.next(List.of(), Map.of()), clock.instant(), "");
        return id;
    }

    UUID promise(long portalId, String language) {
        UUID id = cartIds.next(portalId, language);
        remember(StoredCart.promised(id, portalId, language));
        return id;
    }

    /** As it was when it was last seen here: perhaps another has changed it since. */
    Optional<StoredCart> seen(long portalId, UUID id) {
        return Optional.ofNullable(seen.get(id))
                .filter(cart -> cart.portalId() == portalId)
                .or(() -> load(portalId, id));
    }

    /** Asks, with whatever else is asked, which version the cart is of by now. */
    Pipeline.Answer<Integer> version(Pipeline pipeline, UUID id) {
        return pipeline.list("select version from cart where id = ?", row -> row.integer("version"), id);
    }

    /** Whether the cart still was as it was seen when its version was asked. */
    static boolean isOf(StoredCart cart, Pipeline.Answer<Integer> version) {
        return (version.rows().isEmpty() ? StoredCart.PROMISED : version.only()) == cart.version();
    }

    /** Whether the cart is still as it was seen. */
    boolean isUnchanged(StoredCart cart) {
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<Integer> version = version(pipeline, cart.id());
        pipeline.run();
        return isOf(cart, version);
    }

    /** Empty for an id that is no cart's of this portal. */
    Optional<StoredCart> load(long portalId, UUID id) {
        Optional<StoredCart> cart = read(id).or(() ->
                        cartIds.promised(id, portalId).map(language -> StoredCart.promised(id, portalId, language)))
                .filter(found -> found.portalId() == portalId);
        cart.ifPresentOrElse(this::remember, () -> seen.forget(id));
        return cart;
    }

    private Optional<StoredCart> read(UUID id) {
        List<StoredLine> lines = new ArrayList<>();
        Map<Long, Collection> parts = new HashMap<>();
        return sql
                .list(
                        LOAD,
                        row -> {
                            if (row.numberOrNull("id") != null) {
                                lines.add(line(row));
                                part(row)
                                        .ifPresent(part -> parts.put(
                                                lines.get(lines.size() - 1).shopId(), part));
                            }
                            return new StoredCart(
                                    id,
                                    row.number("portal_id"),
                                    row.text("language"),
                                    !row.text("state").equals("OPEN"),
                                    row.integer("version"),
                                    lines,
                                    parts);
                        },
                        id)
                .stream()
                .findFirst();
    }

    Filling filling(StoredCart cart) {
        return new Filling(cart, ids::next);
    }

    /**
     * Writes what was filled in, and how parts are collected from now on, in one statement.
     *
     * @return false when the cart changed meanwhile; then nothing was written
     */
    boolean fill(Filling filling, Map<Long, Collection> parts) {
        StoredCart cart = filling.before();
        List<StoredLine> added = filling.added();
        List<StoredLine> requantified = filling.requantified();
        if (added.isEmpty() && requantified.isEmpty() && parts.isEmpty()) {
            return isUnchanged(cart);
        }
        Instant now = clock.instant();
        StringBuilder statement = new StringBuilder();
        List<@Nullable Object> values = new ArrayList<>();
        if (!added.isEmpty()) {
            statement.append(ADD);
            values.add(Pipeline.json(
                    added.stream().map(line -> LineRow.of(cart.id(), line, now)).toList()));
        }
        if (!requantified.isEmpty()) {
            statement.append(REQUANTIFY);
            values.add(requantified.stream().map(StoredLine::id).toArray(Long[]::new));
            values.add(
                    requantified.stream().map(line -> line.choice().quantity()).toArray(Long[]::new));
        }
        if (!parts.isEmpty()) {
            statement.append(COLLECT);
            values.add(Pipeline.json(parts.entrySet().stream()
                    .map(part -> PartRow.of(cart.id(), part.getKey(), part.getValue()))
                    .toList()));
        }
        return change(cart, filling.after(parts), now, statement.toString(), values.toArray());
    }

    /** @throws CartLineUnknown for a line of another cart */
    boolean remove(StoredCart cart, long lineId) {
        return change(
                cart,
                cart.without(lineId),
                clock.instant(),
                ", removed as (delete from cart_line l using changing where l.id = ? and l.cart_id = changing.id)",
                lineId);
    }

    private boolean change(StoredCart cart, StoredCart next, Instant now, String steps, @Nullable Object... values) {
        boolean first = cart.version() == StoredCart.PROMISED;
        @Nullable
        Object[] guard = first
                ? new Object[] {cart.id(), cart.portalId(), cart.language(), now, now}
                : new Object[] {now.minus(TOUCH), now, cart.id(), cart.version()};
        @Nullable
        Object[] all = Stream.concat(Stream.of(guard), Stream.of(values)).toArray();
        boolean done = sql.number((first ? BEGINNING : CHANGING) + steps + " select count(*) from changing", all) == 1;
        if (done) {
            remember(next);
        }
        return done;
    }

    private void remember(StoredCart cart) {
        if (cart.lines().size() <= REMEMBERED_LINES) {
            seen.put(cart.id(), cart);
        } else {
            seen.forget(cart.id());
        }
    }

    private static StoredLine line(Row row) throws SQLException {
        Choice choice = new Choice(
                row.number("product_id"),
                row.numberOrNull("variant_id"),
                row.number("quantity"),
                row.dateOrNull("starts_on"),
                row.dateOrNull("ends_on"),
                row.instantOrNull("starts_at"),
                row.textOrNull("size"),
                row.integerOrNull("adults"),
                row.integerOrNull("children"));
        return new StoredLine(row.number("id"), row.number("shop_id"), choice, detail(row.text("choice")));
    }

    private static Optional<Collection> part(Row row) throws SQLException {
        if (row.textOrNull("mode") == null) {
            return Optional.empty();
        }
        return Optional.of(new Collection(
                row.constant("mode", Collection.Mode.class),
                row.instantOrNull("slot_start"),
                row.textOrNull("street"),
                row.textOrNull("postcode"),
                row.textOrNull("city"),
                row.textOrNull("note")));
    }

    @SuppressWarnings("unchecked") // We wrote it ourselves, from a map of texts.
    private static Map<String, String> detail(String json) {
        return json.equals("{}") ? Map.of() : Json.read(json, Map.class);
    }
}
