package fr.halle.merchant.service;

import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The shops with their hours. They are read at every step of a purchase and change a few times a year, so each is kept for half a
 * minute; whoever changes one says {@link #forget}.
 */
@Service
public class Shops {

    private static final long REREAD_NANOS = 30_000_000_000L;

    @Inject
    private Sql sql;

    @Inject
    private Portals portals;

    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(Shop shop, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < REREAD_NANOS;
        }
    }

    /** @throws ShopUnknown for an id that is no shop's */
    public Shop byId(long id) {
        return Optional.ofNullable(byIds(Set.of(id)).get(id)).orElseThrow(() -> new ShopUnknown(id));
    }

    /** Those of {@code ids} that exist, whatever the number of them, in at most three statements. */
    public Map<Long, Shop> byIds(Collection<Long> ids) {
        Map<Long, Shop> found = new HashMap<>();
        for (Long id : ids) {
            Kept shop = kept.get(id);
            if (shop != null && shop.isFresh()) {
                found.put(id, shop.shop());
            }
        }
        Set<Long> missing = ids.stream().filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            long now = System.nanoTime();
            for (Shop shop : read(missing)) {
                found.put(shop.id(), shop);
                kept.put(shop.id(), new Kept(shop, now));
            }
        }
        return found;
    }

    /** An active shop of the portal, by the name in its address. */
    public Optional<Shop> bySlug(long portalId, String slug) {
        if (Texts.hides(slug)) {
            return Optional.empty();
        }
        return sql.one(
                        "select id from shop where portal_id = ? and slug = ? and active",
                        row -> row.number("id"),
                        portalId,
                        slug)
                .map(this::byId);
    }

    /** The next look reads the database again. */
    public void forget(long shopId) {
        kept.remove(shopId);
    }

    private List<Shop> read(Set<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        Map<Long, HoursOfShop> hours = new HashMap<>();
        sql.list(
                "select shop_id, weekday, opens, closes from opening_hours where shop_id = any(?)",
                row -> of(hours, row).weekly(row.integer("weekday"), row.time("opens"), row.time("closes")),
                (Object) wanted);
        sql.list(
                "select shop_id, day, opens, closes, reason_fr, reason_en from opening_exception where shop_id = any(?)",
                row -> exception(of(hours, row), row.date("day"), row),
                (Object) wanted);
        return sql.list(
                "select * from shop where id = any(?)",
                row -> shop(row, hours.getOrDefault(row.number("id"), new HoursOfShop())),
                (Object) wanted);
    }

    private static HoursOfShop of(Map<Long, HoursOfShop> hours, Row row) throws SQLException {
        return hours.computeIfAbsent(row.number("shop_id"), id -> new HoursOfShop());
    }

    private static HoursOfShop exception(HoursOfShop hours, LocalDate day, Row row) throws SQLException {
        return hours.exception(
                day, row.timeOrNull("opens"), row.timeOrNull("closes"), row.text("reason_fr"), row.text("reason_en"));
    }

    private Shop shop(Row row, HoursOfShop hours) throws SQLException {
        var region = portals.byId(row.number("portal_id")).region();
        return new Shop(
                row.number("id"),
                row.number("merchant_id"),
                row.number("portal_id"),
                row.text("slug"),
                row.text("name"),
                row.text("picture"),
                row.text("street"),
                row.text("postcode"),
                row.text("city"),
                row.text("phone"),
                row.flag("pickup"),
                row.flag("delivery"),
                row.number("delivery_fee_cents"),
                row.text("delivery_area_fr"),
                row.text("delivery_area_en"),
                row.integer("lead_minutes"),
                row.integer("slot_capacity"),
                row.flag("active"),
                hours.inFrench(region),
                hours.inEnglish(region));
    }
}
