package fr.halle.catalog.service;

import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ChoiceRefused.Reason;
import fr.halle.catalog.model.Opening;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a product, day by day, hour by hour or session by session, with its price: as many statements for any range. */
@Service
public class Availability {

    /** The longest range that is answered at once. */
    public static final int MOST_DAYS = 92;

    private static final String PLACES = "select variant_id, day, starts_at, ends_at, size, total - taken as room"
            + " from capacity where product_id = ? and (day is null and starts_at is null or day between ? and ?"
            + " or starts_at >= ? and starts_at < ?) order by day, starts_at, variant_id, size, id";

    @Inject
    private Sql sql;

    @Inject
    private Offers offers;

    @Inject
    private HalleClock clock;

    /**
     * What can be had from a day to another, both included; sessions that have begun are left out. Empty for what is not counted
     * (passes, insurances).
     *
     * @throws ChoiceRefused for a product that is not of this portal
     */
    public List<Opening> calendar(long portalId, long productId, LocalDate from, LocalDate to, String language) {
        Offer offer = offers.read(portalId, List.of(productId), language).get(productId);
        if (offer == null) {
            throw new ChoiceRefused("productId", Reason.PRODUCT_UNKNOWN);
        }
        Instant now = clock.instant();
        return sql
                .list(PLACES, row -> opening(offer, row), productId, from, to, midnight(from), midnight(to.plusDays(1)))
                .stream()
                .filter(opening ->
                        opening.startsAt() == null || opening.startsAt().isAfter(now))
                .toList();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HalleClock.PARIS).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Opening opening(Offer offer, Row row) throws SQLException {
        LocalDate day = row.dateOrNull("day");
        Long variantId = row.numberOrNull("variant_id");
        Offer.Season season = day == null
                ? null
                : offer.seasons().stream()
                        .filter(one -> one.holds(day))
                        .findFirst()
                        .orElse(null);
        return new Opening(
                day,
                row.instantOrNull("starts_at"),
                row.instantOrNull("ends_at"),
                variantId,
                row.textOrNull("size"),
                row.number("room"),
                price(offer, variantId, season),
                season == null ? null : season.minNights());
    }

    private static long price(Offer offer, @Nullable Long variantId, Offer.@Nullable Season season) {
        if (season != null) {
            return season.nightCents();
        }
        return offer.variants().stream()
                .filter(variant -> variantId != null && variant.id() == variantId)
                .mapToLong(Offer.Variant::priceCents)
                .findFirst()
                .orElse(offer.product().fromCents());
    }
}
