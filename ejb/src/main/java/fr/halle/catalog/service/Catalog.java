package fr.halle.catalog.service;

import fr.halle.catalog.model.Category;
import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductPage;
import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.model.ProductView;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is for sale in a portal, as its pages and the API list it: one round trip each, kept for a second, since everybody reads
 * the same. What is left and what it costs today are asked of {@link Availability} and {@link Pricing}.
 */
@Service
public class Catalog {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final int MOST_PAGES = 500;

    @Inject
    private Sql sql;

    private final ShortCache<String, List<Category>> categories = new ShortCache<>(A_WHILE, 50);
    private final ShortCache<String, ProductPage> pages = new ShortCache<>(A_SECOND, MOST_PAGES);
    private final ShortCache<String, Optional<ProductView>> products = new ShortCache<>(A_SECOND, MOST_PAGES);

    public Catalog() {}

    /** For tests, which have a database but no container. */
    public Catalog(Sql sql) {
        this.sql = sql;
    }

    public List<Category> categories(long portalId, String language) {
        return categories.get(
                portalId + language,
                () -> sql.list(
                        CatalogSql.in(language, CatalogSql.CATEGORIES),
                        row -> new Category(
                                row.number("id"),
                                row.text("slug"),
                                row.text("name"),
                                row.text("picture"),
                                row.integer("products")),
                        portalId));
    }

    /**
     * Lists or searches. A search ignores accents and case, understands plurals (stemming) and forgives a typo.
     *
     * @throws IllegalArgumentException when {@code after} is not what an earlier page gave
     */
    public ProductPage list(long portalId, String language, ProductQuery query) {
        return pages.get(portalId + language + query, () -> read(portalId, language, query));
    }

    public Optional<ProductView> product(long portalId, String slug, String language) {
        return products.get(
                portalId + language + slug,
                () -> sql.one(CatalogSql.in(language, CatalogSql.PRODUCT), CatalogRows::view, portalId, slug));
    }

    private ProductPage read(long portalId, String language, ProductQuery query) {
        ProductPage found = read(portalId, language, query, false);
        return found.products().isEmpty() && query.q() != null ? read(portalId, language, query, true) : found;
    }

    private ProductPage read(long portalId, String language, ProductQuery query, boolean guessing) {
        CatalogSql.Statement statement = CatalogSql.list(portalId, language, query, guessing);
        List<CatalogRows.Ranked> found = sql.list(statement.text(), CatalogRows::ranked, statement.values());
        List<ProductCard> shown = found.stream()
                .limit(query.limit())
                .map(CatalogRows.Ranked::card)
                .toList();
        int total = found.isEmpty() ? 0 : found.get(0).total();
        String next =
                found.size() > query.limit() ? found.get(query.limit() - 1).place() : null;
        return new ProductPage(shown, total, next);
    }

    /** Reads what the database wrote as JSON in a column. */
    static List<ProductView.Variant> variants(String json) {
        return List.of(Json.read(json, ProductView.Variant[].class));
    }
}
