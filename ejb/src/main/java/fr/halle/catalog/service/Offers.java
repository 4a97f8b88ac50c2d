package fr.halle.catalog.service;

import fr.halle.catalog.model.Ages;
import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Pipeline;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What price rules need, for any number of products: what is offered, then what is left of it. What is offered is kept in memory
 * as long as the catalogue's version stands ({@code catalog_version}, moved by triggers), and that is asked together with what is
 * left: one round trip for both, and never an old price (C01).
 */
@Service
class Offers {

    private static final String PRODUCTS = "select p.id, p.shop_id, s.merchant_id, p.kind, p.slug, p.name_%1$s as name,"
            + " c.name_%1$s as family, s.name as seller, p.unit_%1$s as unit_text, p.from_cents, p.vat_bp, p.collected,"
            + " p.by_weight, p.withdrawal, p.adults_only, p.picture, p.terms, p.active and s.active as sold"
            + " from product p join category c on c.id = p.category_id join shop s on s.id = p.shop_id"
            + " where p.portal_id = ? and p.id = any(?)";
    private static final String VARIANTS = "select id, product_id, label_%1$s as label, price_cents, day_prices,"
            + " minutes, days, age_min, age_max, sizes from product_variant where product_id = any(?) and active order by position, id";
    private static final String SEASONS =
            "select product_id, day_from, day_to, night_cents, min_nights from season_price where product_id = any(?)";

    private static final String VERSION = "select version from catalog_version";

    /** Offers kept at most, in all languages. */
    private static final int MOST = 10_000;

    @Inject
    private Sql sql;

    private volatile Shelf shelf = new Shelf(-1, new ConcurrentHashMap<>());

    private record Key(long portalId, long productId, String language) {}

    /** All of one version of the catalogue. */
    private record Shelf(long version, Map<Key, Offer> offers) {}

    /** Offers by product, as they were when the catalogue was at this version. */
    record Seen(long version, Map<Long, Offer> offers) {}

    /** Those of the products that are this portal's, as they are now. */
    Map<Long, Offer> read(long portalId, Collection<Long> productIds, String language) {
        Seen seen = seen(portalId, productIds, language);
        return left(seen, List.of(), pipeline -> {}).current()
                ? seen.offers()
                : fetch(portalId, productIds, language).offers();
    }

    /** Those of the products that are this portal's, from memory where it can be: {@link #left} says whether they still hold. */
    Seen seen(long portalId, Collection<Long> productIds, String language) {
        Shelf known = shelf;
        Map<Long, Offer> found = new HashMap<>();
        for (Long id : productIds) {
            Offer offer = known.offers().get(new Key(portalId, id, language));
            if (offer == null) {
                return fetch(portalId, productIds, language);
            }
            found.put(id, offer);
        }
        return new Seen(known.version(), found);
    }

    private void keep(long portalId, String language, Seen seen) {
        Shelf known = shelf;
        if (known.version() != seen.version() || known.offers().size() > MOST) {
            known = new Shelf(seen.version(), new ConcurrentHashMap<>());
        }
        for (Offer offer : seen.offers().values()) {
            known.offers().put(new Key(portalId, offer.product().id(), language), offer);
        }
        shelf = known;
    }

    /** From the database. The version first: what is read after it is of that version or newer. */
    Seen fetch(long portalId, Collection<Long> productIds, String language) {
        Long[] ids = productIds.stream().distinct().toArray(Long[]::new);
        String code = "fr".equals(language) ? "fr" : "en";
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<Long> version = pipeline.list(VERSION, row -> row.number("version"));
        Pipeline.Answer<Offer.Product> products =
                pipeline.list(String.format(PRODUCTS, code), Offers::product, portalId, ids);
        Pipeline.Answer<Offer.Variant> variants =
                pipeline.list(String.format(VARIANTS, code), Offers::variant, (Object) ids);
        Pipeline.Answer<Offer.Season> seasons = pipeline.list(SEASONS, Offers::season, (Object) ids);
        pipeline.run();
        Map<Long, Offer> offers = new HashMap<>();
        for (Offer.Product product : products.rows()) {
            offers.put(
                    product.id(),
                    new Offer(
                            product,
                            variants.rows().stream()
                                    .filter(variant -> variant.productId() == product.id())
                                    .toList(),
                            List.of(),
                            seasons.rows().stream()
                                    .filter(season -> season.productId() == product.id())
                                    .toList()));
        }
        Seen seen = new Seen(version.only(), offers);
        keep(portalId, language, seen);
        return seen;
    }

    /** @param rank which choice wants it, to find the answer again */
    record Wanted(int rank, long productId, Want want) {}

    /**
     * The rows that each want is about, in order of time, by rank; a want that finds none has an empty list.
     *
     * @param current false where the catalogue has changed since the offers were seen
     */
    record Left(boolean current, Map<Integer, List<Offer.Place>> places) {}

    /** Looks at what is left, and in the same round trip whether the offers still hold, and what else is asked beside. */
    Left left(Seen seen, List<Wanted> wanted, Consumer<Pipeline> beside) {
        Map<Integer, List<Offer.Place>> places = new HashMap<>();
        wanted.forEach(one -> places.put(one.rank(), new ArrayList<>()));
        Pipeline pipeline = sql.pipeline();
        Pipeline.Answer<Long> version = pipeline.list(VERSION, row -> row.number("version"));
        List<Pipeline.Answer<Found>> answers = new ArrayList<>();
        for (Want.Shape shape : Want.Shape.values()) {
            List<Wanted> alike =
                    wanted.stream().filter(one -> one.want().shape() == shape).toList();
            if (!alike.isEmpty()) {
                answers.add(shape == Want.Shape.STOCK ? stock(pipeline, alike) : ask(pipeline, shape, alike));
            }
        }
        beside.accept(pipeline);
        pipeline.run();
        answers.forEach(answer -> answer.rows()
                .forEach(found -> found.ranks()
                        .forEach(
                                rank -> Objects.requireNonNull(places.get(rank)).add(found.place()))));
        return new Left(version.only() == seen.version(), places);
    }

    private record Found(List<Integer> ranks, Offer.Place place) {}

    private static Pipeline.Answer<Found> stock(Pipeline pipeline, List<Wanted> wanted) {
        return pipeline.list(
                PlaceSql.STOCK,
                row -> {
                    long product = row.number("product_id");
                    Long variant = row.numberOrNull("variant_id");
                    List<Integer> ranks = wanted.stream()
                            .filter(one -> one.productId() == product
                                    && Objects.equals(one.want().variantId(), variant))
                            .map(Wanted::rank)
                            .toList();
                    return new Found(ranks, place(row));
                },
                (Object) wanted.stream().map(Wanted::productId).distinct().toArray(Long[]::new));
    }

    private static Pipeline.Answer<Found> ask(Pipeline pipeline, Want.Shape shape, List<Wanted> wanted) {
        List<Want> wants = wanted.stream().map(Wanted::want).toList();
        return pipeline.list(
                PlaceSql.of(shape),
                row -> new Found(List.of(row.integer("rank")), place(row)),
                wanted.stream().map(one -> (long) one.rank()).toArray(Long[]::new),
                wanted.stream().map(Wanted::productId).toArray(Long[]::new),
                wants.stream().map(Want::variantId).toArray(Long[]::new),
                texts(wants, Want::size),
                texts(wants, Want::from),
                texts(wants, Want::until),
                texts(wants, Want::at),
                texts(wants, Want::before));
    }

    private static @Nullable String[] texts(List<Want> wants, Function<Want, @Nullable Object> part) {
        return wants.stream()
                .map(want -> Objects.toString(part.apply(want), null))
                .toArray(String[]::new);
    }

    private static Offer.Product product(Row row) throws SQLException {
        return new Offer.Product(
                row.number("id"),
                row.number("shop_id"),
                row.number("merchant_id"),
                row.constant("kind", ProductKind.class),
                row.text("slug"),
                row.text("name"),
                row.text("family"),
                row.text("seller"),
                row.text("unit_text"),
                row.number("from_cents"),
                row.integer("vat_bp"),
                row.flag("collected"),
                row.flag("by_weight"),
                row.text("withdrawal"),
                row.flag("adults_only"),
                row.text("picture"),
                row.text("terms"),
                row.flag("sold"));
    }

    private static Offer.Variant variant(Row row) throws SQLException {
        return new Offer.Variant(
                row.number("id"),
                row.number("product_id"),
                row.text("label"),
                row.number("price_cents"),
                row.numbers("day_prices"),
                row.integerOrNull("minutes"),
                row.integerOrNull("days"),
                new Ages(row.integerOrNull("age_min"), row.integerOrNull("age_max")),
                row.texts("sizes"));
    }

    private static Offer.Season season(Row row) throws SQLException {
        return new Offer.Season(
                row.number("product_id"),
                row.date("day_from"),
                row.date("day_to"),
                row.number("night_cents"),
                row.integer("min_nights"));
    }

    private static Offer.Place place(Row row) throws SQLException {
        Instant startsAt = row.instantOrNull("starts_at");
        Instant endsAt = row.instantOrNull("ends_at");
        return new Offer.Place(
                row.number("id"),
                row.dateOrNull("day"),
                startsAt,
                endsAt,
                Objects.requireNonNull(row.numberOrNull("room")));
    }
}
