package fr.halle.demo.service;

import fr.halle.shared.service.HalleClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a product. Some weeks, sessions and nights are given few places or none, always the same ones on the same day,
 * so that the shop shows what a full week looks like.
 */
final class DemoCapacity {

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");
    private static final int LODGING_MONTHS = 14;

    private final Inserts inserts;
    private final LongSupplier ids;
    private final LocalDate today;

    DemoCapacity(Inserts inserts, LongSupplier ids, LocalDate today) {
        this.inserts = inserts;
        this.ids = ids;
        this.today = today;
    }

    void write(long productId, ProductFile product, Map<String, Long> variants) {
        switch (product.kind()) {
            case GROUP_LESSON -> weeks(productId, product, variants);
            case PRIVATE_LESSON -> hours(productId, product);
            case ACTIVITY -> sessions(productId, product);
            case RENTAL -> gear(productId, product, variants);
            case LODGING -> nights(productId, product);
            case GOODS -> stock(productId, product, variants);
            // A pass and an insurance are not limited: they have no row.
            case PASS, INSURANCE -> {}
        }
    }

    private void weeks(long productId, ProductFile product, Map<String, Long> variants) {
        ProductFile.Weeks weeks = Objects.requireNonNull(product.weeks());
        DayOfWeek first = DayOfWeek.valueOf(weeks.starts());
        for (LocalDate day : product.seasonOrYear().daysAfter(today)) {
            if (day.getDayOfWeek() == first) {
                for (ProductFile.Variant variant : product.choices()) {
                    long left = left(weeks.places(), product.slug() + variant.code() + day);
                    row(productId, variants.get(variant.code()), day, null, null, null, left);
                }
            }
        }
    }

    private void hours(long productId, ProductFile product) {
        ProductFile.Hours hours = Objects.requireNonNull(product.hours());
        for (LocalDate day : product.seasonOrYear().daysAfter(today)) {
            for (int hour = hours.from(); hour < hours.to(); hour++) {
                long left = left(hours.instructors(), product.slug() + day + hour);
                Instant begins = at(day, LocalTime.of(hour, 0));
                row(productId, null, day, begins, begins.plusSeconds(3600), null, left);
            }
        }
    }

    private void sessions(long productId, ProductFile product) {
        ProductFile.Sessions sessions = Objects.requireNonNull(product.sessions());
        List<DayOfWeek> days = Weekdays.of(sessions.days());
        for (LocalDate day : product.seasonOrYear().daysAfter(today)) {
            if (days.contains(day.getDayOfWeek())) {
                for (String time : sessions.times()) {
                    int dash = time.indexOf('-');
                    Instant begins = at(day, LocalTime.parse(time.substring(0, dash)));
                    Instant ends = at(day, LocalTime.parse(time.substring(dash + 1)));
                    row(productId, null, day, begins, ends, null, left(sessions.places(), product.slug() + begins));
                }
            }
        }
    }

    private void gear(long productId, ProductFile product, Map<String, Long> variants) {
        List<LocalDate> days = product.seasonOrYear().daysAfter(today);
        for (ProductFile.Variant variant : product.choices()) {
            for (Map.Entry<String, Integer> size :
                    Objects.requireNonNull(variant.sizes()).entrySet()) {
                for (LocalDate day : days) {
                    long total = size.getValue();
                    row(productId, variants.get(variant.code()), day, null, null, size.getKey(), total);
                }
            }
        }
    }

    private void nights(long productId, ProductFile product) {
        LocalDate end = today.plusMonths(LODGING_MONTHS);
        for (LocalDate day = today; day.isBefore(end); day = day.plusDays(1)) {
            LocalDate saturday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
            boolean booked = dice(product.slug() + saturday, 7) == 0;
            row(productId, null, day, null, null, null, booked ? 0 : 1);
        }
        prices(productId, Objects.requireNonNull(product.nights()), end);
    }

    /** Each price holds from its month and day until the next one in the year. */
    private void prices(long productId, Map<String, ProductFile.Night> nights, LocalDate end) {
        TreeMap<LocalDate, ProductFile.Night> begins = new TreeMap<>();
        nights.forEach((from, night) -> {
            for (int year = today.getYear() - 1; year <= end.getYear(); year++) {
                begins.put(MonthDay.parse(from, MONTH_DAY).atYear(year), night);
            }
        });
        LocalDate from = today;
        while (from.isBefore(end)) {
            LocalDate next = begins.higherKey(from);
            LocalDate until = next == null || next.isAfter(end) ? end : next;
            ProductFile.Night night = begins.floorEntry(from).getValue();
            inserts.add(
                    "season_price",
                    "id, product_id, day_from, day_to, night_cents, min_nights",
                    ids.getAsLong(),
                    productId,
                    from,
                    until.minusDays(1),
                    night.cents(),
                    night.min());
            from = until;
        }
    }

    private void stock(long productId, ProductFile product, Map<String, Long> variants) {
        if (product.stock() != null) {
            row(productId, null, null, null, null, null, product.stock());
        }
        for (ProductFile.Variant variant : product.choices()) {
            if (variant.stock() != null) {
                row(productId, variants.get(variant.code()), null, null, null, null, variant.stock());
            }
        }
    }

    private void row(
            long productId,
            @Nullable Long variantId,
            @Nullable LocalDate day,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String size,
            long total) {
        inserts.add(
                "capacity",
                "id::bigint, product_id::bigint, variant_id::bigint, day::date, starts_at::timestamptz, ends_at::timestamptz,"
                        + " size::text, total::bigint",
                ids.getAsLong(),
                productId,
                variantId,
                day,
                startsAt,
                endsAt,
                size,
                total);
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(HalleClock.PARIS).toInstant();
    }

    private static long left(long places, String what) {
        return switch (dice(what, 12)) {
            case 0 -> 0;
            case 1 -> Math.min(places, 2);
            case 2, 3 -> (places + 1) / 2;
            default -> places;
        };
    }

    /** The same text always falls on the same side. */
    private static int dice(String text, int sides) {
        int hash = text.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
        return Math.floorMod(hash >>> 8, sides);
    }
}
