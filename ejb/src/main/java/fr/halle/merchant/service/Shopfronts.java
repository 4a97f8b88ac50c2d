package fr.halle.merchant.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open shops of a portal as its pages present them. They change a few times a year and are shown on most pages, so that each
 * portal's list is kept for half a minute.
 */
@Service
public class Shopfronts {

    private static final long REREAD_NANOS = 30_000_000_000L;
    private static final String FRONTS = "select s.id, s.merchant_id, s.slug, s.name, s.tagline_{l} as tagline,"
            + " s.about_{l} as about, s.picture, m.legal_name, m.siret, m.vat_number, m.mediator, m.regulated_as,"
            + " (select count(*) from product p where p.shop_id = s.id and p.active) as products"
            + " from shop s join merchant m on m.id = s.merchant_id where s.portal_id = ? and s.active"
            + " order by fold(s.name), s.id";
    private static final String SELLERS = "select s.slug, s.name, count(*) as products from product p"
            + " join shop s on s.id = p.shop_id join category c on c.id = p.category_id"
            + " where p.portal_id = ? and c.slug = ? and p.active and s.active"
            + " group by s.id order by fold(s.name), s.id";

    @Inject
    private Sql sql;

    private final Map<String, Kept<List<Shopfront>>> fronts = new ConcurrentHashMap<>();
    private final Map<String, Kept<List<Seller>>> sellers = new ConcurrentHashMap<>();

    /** @param products how many it sells in the category */
    public record Seller(String slug, String name, int products) {}

    private record Kept<T>(T value, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < REREAD_NANOS;
        }
    }

    /** By name. */
    public List<Shopfront> all(long portalId, String language) {
        String key = portalId + language;
        Kept<List<Shopfront>> known = fronts.get(key);
        if (known == null || !known.isFresh()) {
            String ending = "fr".equals(language) ? "fr" : "en";
            known = new Kept<>(sql.list(FRONTS.replace("{l}", ending), Shopfronts::front, portalId), System.nanoTime());
            fronts.put(key, known);
        }
        return known.value();
    }

    public Optional<Shopfront> bySlug(long portalId, String slug, String language) {
        return all(portalId, language).stream()
                .filter(front -> front.slug().equals(slug))
                .findFirst();
    }

    /** The shops that sell in a category that exists, by name. */
    public List<Seller> sellers(long portalId, String category) {
        String key = portalId + " " + category;
        Kept<List<Seller>> known = sellers.get(key);
        if (known == null || !known.isFresh()) {
            known = new Kept<>(
                    sql.list(
                            SELLERS,
                            row -> new Seller(row.text("slug"), row.text("name"), row.integer("products")),
                            portalId,
                            category),
                    System.nanoTime());
            sellers.put(key, known);
        }
        return known.value();
    }

    private static Shopfront front(Row row) throws SQLException {
        return new Shopfront(
                row.number("id"),
                row.number("merchant_id"),
                row.text("slug"),
                row.text("name"),
                row.text("tagline"),
                row.text("about"),
                row.text("picture"),
                row.text("legal_name"),
                row.text("siret"),
                row.text("vat_number"),
                row.text("mediator"),
                row.textOrNull("regulated_as"),
                row.integer("products"));
    }
}
