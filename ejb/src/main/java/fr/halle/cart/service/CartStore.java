package fr.halle.cart.service;

import fr.halle.catalog.model.Choice;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Memory;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cart in one statement and changes it in one, so that filling a basket costs few round trips and no transaction. A change
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
                    + " left join cart_part p on p.cart_id = c.id and p.shop_id = l.shop_id where c.id = ? order by l.id";

    private static final String CHANGING = "with changing as (update cart set version = version + 1,"
            + " touched_at = case when touched_at < ? then ? else touched_at end"
            + " where id = ? and version = ? and state = 'OPEN' returning id) ";

    /** Baskets, and lines of one, that are worth remembering: a stranger must not fill the memory with what he puts in. */
    private static final int REMEMBERED = 2_000;

    private static final int REMEMBERED_LINES = 10;

    private final Memory<UUID, StoredCart> seen = new Memory<>(REMEMBERED);

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    UUID open(long portalId, String language) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        sql.update(
                "insert into cart (id, portal_id, language, created_at, touched_at) values (?, ?, ?, ?, ?)",
                id,
                portalId,
                language,
                now,
                now);
        remember(new StoredCart(id, portalId, language, false, 0, List.of(), Map.of()));
        return id;
    }

    /** As it was when it was last seen here: perhaps another has changed it since. */
    Optional<StoredCart> seen(UUID id) {
        return Optional.ofNullable(seen.get(id)).or(() -> load(id));
    }

    /** Whether the cart is still as it was seen. */
    boolean isUnchanged(StoredCart cart) {
        return sql.number(
                        "select count(*) from cart where id = ? and version = ? and state = 'OPEN'",
                        cart.id(),
                        cart.version())
                == 1;
    }

    Optional<StoredCart> load(UUID id) {
        Optional<StoredCart> cart = read(id);
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

    /** @return the new line's id, empty when the cart changed meanwhile */
    Optional<Long> add(StoredCart cart, Choice choice, long shopId, Map<String, String> detail) {
        long id = ids.next();
        Instant now = clock.instant();
        StoredLine line = new StoredLine(id, shopId, choice, detail);
        boolean done = change(
                cart,
                cart.with(line),
                now,
                "insert into cart_line (id, cart_id, product_id, shop_id, variant_id, quantity, starts_on, ends_on, starts_at,"
                        + " size, adults, children, choice, added_at)"
                        + " select ?, changing.id, ?, ?, ?::bigint, ?, ?::date, ?::date, ?::timestamptz, ?, ?::int, ?::int, ?::jsonb, ?"
                        + " from changing",
                id,
                choice.productId(),
                shopId,
                choice.variantId(),
                choice.quantity(),
                choice.startsOn(),
                choice.endsOn(),
                choice.startsAt(),
                choice.size(),
                choice.adults(),
                choice.children(),
                Json.write(detail),
                now);
        return done ? Optional.of(id) : Optional.empty();
    }

    boolean setQuantity(StoredCart cart, long lineId, long quantity) {
        return change(
                cart,
                cart.changed(lineId, line -> line.ofQuantity(quantity)),
                clock.instant(),
                "update cart_line l set quantity = ? from changing where l.id = ? and l.cart_id = changing.id",
                quantity,
                lineId);
    }

    boolean remove(StoredCart cart, long lineId) {
        return change(
                cart,
                cart.changed(lineId, line -> null),
                clock.instant(),
                "delete from cart_line l using changing where l.id = ? and l.cart_id = changing.id",
                lineId);
    }

    boolean setPart(StoredCart cart, long shopId, Collection part) {
        return change(
                cart,
                cart.collected(shopId, part),
                clock.instant(),
                "insert into cart_part (cart_id, shop_id, mode, slot_start, street, postcode, city, note)"
                        + " select changing.id, ?, ?, ?::timestamptz, ?, ?, ?, ? from changing"
                        + " on conflict (cart_id, shop_id) do update set mode = excluded.mode, slot_start = excluded.slot_start,"
                        + " street = excluded.street, postcode = excluded.postcode, city = excluded.city, note = excluded.note",
                shopId,
                part.mode(),
                part.slotStart(),
                part.street(),
                part.postcode(),
                part.city(),
                part.note());
    }

    private boolean change(
            StoredCart cart, StoredCart next, Instant now, String statement, @Nullable Object... values) {
        @Nullable Object[] guard = {now.minus(TOUCH), now, cart.id(), cart.version()};
        @Nullable
        Object[] all = Stream.concat(Stream.of(guard), Stream.of(values)).toArray();
        boolean done = sql.update(CHANGING + statement, all) > 0;
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
