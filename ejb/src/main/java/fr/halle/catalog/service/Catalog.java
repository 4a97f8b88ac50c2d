package fr.halle.catalog.service;

import fr.halle.catalog.model.Category;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What is for sale in a portal, as its pages and the API list it. */
@ApplicationScoped
public class Catalog {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @Inject
    private Sql sql;

    private final ShortCache<String, List<Category>> categories = new ShortCache<>(Duration.ofSeconds(10), 50);

    public List<Category> categories(long portalId, String language) {
        return categories.get(
                portalId + language,
                () -> sql.list(
                        "select c.id, c.slug, c." + name(language) + " as name, c.picture, count(p.id) as products"
                                + " from category c left join product p on p.category_id = c.id and p.active"
                                + " where c.portal_id = ? group by c.id order by c.position, c.id",
                        row -> new Category(
                                row.number("id"),
                                row.text("slug"),
                                row.text("name"),
                                row.text("picture"),
                                row.integer("products")),
                        portalId));
    }

    private static String name(String language) {
        return "fr".equals(language) ? "name_fr" : "name_en";
    }
}
