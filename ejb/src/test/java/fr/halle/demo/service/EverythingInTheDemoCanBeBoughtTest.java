package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.catalog.service.TestPrices;
import fr.halle.shared.service.Sql;
import fr.halle.testing.TestClock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the demo shows, somebody can put it in a basket: each variant of each product is priced for some date. */
class EverythingInTheDemoCanBeBoughtTest {

    private static final int TRIES = 40;
    private static final int KILOGRAM = 1000;

    private final Sql sql = LoadedDemo.sql();
    private final Pricing pricing = TestPrices.of(sql, new TestClock("2026-11-21T12:00"));

    /** A variant of a product, or the product itself where it has none. */
    private record Sold(
            long id,
            long portalId,
            String slug,
            ProductKind kind,
            boolean byWeight,
            @Nullable Long variantId) {}

    @Test
    void eachVariantHasADateAndAPrice() {
        List<String> unbuyable = new ArrayList<>();
        Map<String, Long> cheapest = new TreeMap<>();
        for (Sold sold : everything()) {
            Priced priced = choices(sold)
                    .map(choice -> priced(sold, choice))
                    .filter(found -> found != null && found.available())
                    .findFirst()
                    .orElse(null);
            if (priced == null) {
                unbuyable.add(sold.slug() + " " + sold.variantId());
            } else if (sold.kind() != ProductKind.LODGING) {
                cheapest.merge(sold.slug(), priced.totalCents(), Math::min);
            }
        }
        assertThat(unbuyable).isEmpty();
        assertThat(cheapest).isEqualTo(fromCents(cheapest));
    }

    private Map<String, Long> fromCents(Map<String, Long> of) {
        Map<String, Long> from = sql
                .list(
                        "select slug, from_cents from product where portal_" + LoadedDemo.IN,
                        row -> Map.entry(row.text("slug"), row.number("from_cents")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        from.keySet().retainAll(of.keySet());
        return from;
    }

    private List<Sold> everything() {
        return sql.list(
                "select p.id, p.portal_id, p.slug, p.kind, p.by_weight, v.id as variant_id from product p"
                        + " left join product_variant v on v.product_id = p.id where p.kind <> 'INSURANCE' and p.portal_"
                        + LoadedDemo.IN,
                row -> new Sold(
                        row.number("id"),
                        row.number("portal_id"),
                        row.text("slug"),
                        row.constant("kind", ProductKind.class),
                        row.flag("by_weight"),
                        row.numberOrNull("variant_id")));
    }

    private @Nullable Priced priced(Sold sold, Choice choice) {
        try {
            return pricing.price(sold.portalId(), choice, "fr");
        } catch (ChoiceRefused e) {
            // An hour whose next hour is not offered: the next candidate will do.
            return null;
        }
    }

    private Stream<Choice> choices(Sold sold) {
        return switch (sold.kind()) {
            case LODGING -> saturdays().map(day -> stay(sold, day));
            case PASS, INSURANCE -> Stream.of(on(sold, LocalDate.of(2026, 12, 19), null));
            case GOODS ->
                Stream.of(new Choice(
                        sold.id(),
                        sold.variantId(),
                        sold.byWeight() ? KILOGRAM : 1,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
            case GROUP_LESSON, PRIVATE_LESSON, ACTIVITY, RENTAL -> places(sold).stream();
        };
    }

    private List<Choice> places(Sold sold) {
        return sql.list(
                "select day, starts_at, size from capacity where product_id = ? and (variant_id is null or variant_id = ?::bigint)"
                        + " and total > 0 order by day, starts_at limit " + TRIES,
                row -> sold.kind() == ProductKind.PRIVATE_LESSON || sold.kind() == ProductKind.ACTIVITY
                        ? new Choice(
                                sold.id(), sold.variantId(), 1, null, null, row.instant("starts_at"), null, null, null)
                        : on(sold, row.date("day"), row.textOrNull("size")),
                sold.id(),
                sold.variantId());
    }

    private static Choice on(Sold sold, LocalDate day, @Nullable String size) {
        return new Choice(
                sold.id(),
                sold.variantId(),
                1,
                day,
                sold.kind() == ProductKind.RENTAL ? day : null,
                null,
                size,
                null,
                null);
    }

    private static Choice stay(Sold sold, LocalDate arrival) {
        return new Choice(sold.id(), null, 1, arrival, arrival.plusWeeks(1), null, null, 2, 0);
    }

    private static Stream<LocalDate> saturdays() {
        LocalDate first = LoadedDemo.TODAY.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        return Stream.iterate(first, day -> day.plusWeeks(1)).limit(TRIES);
    }
}
