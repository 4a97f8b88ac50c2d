package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.model.Service;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the products of an answer, each for itself: one that breaks the contract, or names a product we do not sell, is left out and the others are shown. */
@Service
public class OutsideProducts {

    private static final Logger LOG = Logger.getLogger(OutsideProducts.class.getName());
    private static final long DEAREST_CENTS = 100_000_000;
    private static final int HIGHEST_VAT = 3000;
    private static final int MOST = 2000;
    private static final int LONGEST_LABEL = 200;

    /** Only products of the desk's own merchant; a portal's desk sells for all of its merchants. */
    private static final String OURS =
            "select p.slug, coalesce(v.code, '') as code, p.id as product, v.id as variant from sales_desk d"
                    + " join product p on p.portal_id = d.portal_id and p.active join shop s on s.id = p.shop_id"
                    + " left join lateral (select v.id, v.code from product_variant v where v.product_id = p.id and v.active"
                    + " union all select null, '') v on true"
                    + " where d.id = ? and (d.merchant_id is null or s.merchant_id = d.merchant_id) and p.slug = any(?)";

    @Inject
    private Sql sql;

    private record Ours(long product, @Nullable Long variant) {}

    List<OutsideProduct> of(long deskId, JsonNode answer, String language) {
        List<JsonNode> told = StreamSupport.stream(answer.path("products").spliterator(), false)
                .limit(MOST)
                .toList();
        Map<String, Ours> ours = ours(deskId, told);
        List<OutsideProduct> read = new ArrayList<>();
        for (JsonNode one : told) {
            try {
                read.add(product(one, ours, language));
            } catch (IllegalArgumentException | DateTimeException e) {
                LOG.log(Level.WARNING, () -> "A product of the outside system is left out: " + e.getMessage());
            }
        }
        return read;
    }

    private Map<String, Ours> ours(long deskId, List<JsonNode> told) {
        String[] slugs = told.stream()
                .map(one -> one.path("of").path("product").asText())
                .filter(slug -> !slug.isEmpty() && !Texts.hides(slug))
                .distinct()
                .toArray(String[]::new);
        Map<String, Ours> ours = new HashMap<>();
        if (slugs.length > 0) {
            sql.list(
                            OURS,
                            row -> Map.entry(
                                    row.text("slug") + "/" + row.text("code"),
                                    new Ours(row.number("product"), row.numberOrNull("variant"))),
                            deskId,
                            slugs)
                    .forEach(entry -> ours.put(entry.getKey(), entry.getValue()));
        }
        return ours;
    }

    private static OutsideProduct product(JsonNode one, Map<String, Ours> ours, String language) {
        JsonNode key = one.path("of");
        Ours own = null;
        if (key.isObject()) {
            String name =
                    key.path("product").asText() + "/" + key.path("variant").asText();
            own = ours.get(name);
            must(own != null, "we sell no " + name);
        }
        JsonNode label = one.path("label");
        String words = label.path(language).asText(label.path("fr").asText());
        String id = one.path("id").asText();
        must(OutsidePaths.isCode(id), "its id");
        must(!words.isBlank(), id + " has no label");
        must(words.length() <= LONGEST_LABEL && !Texts.hides(words), id + " has a label that nobody reads");
        must(
                one.path("priceCents").isIntegralNumber() && one.path("vatBp").isInt(),
                id + " has no price or no VAT rate");
        long cents = one.path("priceCents").asLong();
        int vat = one.path("vatBp").asInt();
        must(cents >= 0 && cents <= DEAREST_CENTS && vat >= 0 && vat <= HIGHEST_VAT, id + " costs " + cents);
        return new OutsideProduct(
                id,
                ProductKind.valueOf(one.path("kind").asText()),
                words,
                cents,
                vat,
                own == null ? null : own.product(),
                own == null ? null : own.variant(),
                places(one));
    }

    private static List<OutsideProduct.Place> places(JsonNode one) {
        return StreamSupport.stream(one.path("places").spliterator(), false)
                .map(place -> new OutsideProduct.Place(
                        OffsetDateTime.parse(place.path("startsAt").asText()).toInstant(),
                        OffsetDateTime.parse(place.path("endsAt").asText()).toInstant(),
                        place.path("free").isInt() ? place.path("free").asInt() : null))
                .toList();
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
