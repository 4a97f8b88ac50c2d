package fr.halle.catalog.service;

import fr.halle.catalog.model.ProductCard;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductView;
import fr.halle.shared.service.Json;
import fr.halle.shared.service.Row;
import java.sql.SQLException;
import java.util.Map;

/** Rows of the catalogue's statements as records. */
final class CatalogRows {

    private CatalogRows() {}

    /** A card, its place in its list, and how long the list is. */
    record Ranked(ProductCard card, String place, int total) {}

    static Ranked ranked(Row row) throws SQLException {
        return new Ranked(card(row), row.text("rank") + "-" + row.number("id"), row.integer("total"));
    }

    static ProductCard card(Row row) throws SQLException {
        return new ProductCard(
                row.number("id"),
                row.text("slug"),
                row.constant("kind", ProductKind.class),
                row.text("name"),
                row.text("summary"),
                row.text("unit"),
                row.text("picture"),
                row.text("alt"),
                row.number("from_cents"),
                row.flag("by_weight"),
                row.numberOrNull("stock"),
                row.flag("collected"),
                row.number("shop_id"),
                row.text("shop_slug"),
                row.text("shop_name"),
                row.text("category_slug"),
                row.text("category_name"));
    }

    @SuppressWarnings("unchecked")
    static ProductView view(Row row) throws SQLException {
        return new ProductView(
                card(row),
                row.text("about"),
                row.integer("vat_bp"),
                row.text("withdrawal"),
                row.flag("adults_only"),
                (Map<String, Object>) Json.read(row.text("terms"), Map.class),
                row.numberOrNull("in_stock"),
                Catalog.variants(row.text("variants")),
                row.number("merchant_id"),
                row.text("shop_picture"),
                row.text("shop_tagline"),
                row.text("shop_city"),
                row.text("shop_phone"),
                row.flag("pickup"),
                row.flag("delivery"));
    }
}
