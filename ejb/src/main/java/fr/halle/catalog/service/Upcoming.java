package fr.halle.catalog.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes next: the next outings of a portal, and the first day on which a product can be had. One round trip each. */
@Service
public class Upcoming {

    private static final String OUTINGS =
            "select * from (select distinct on (p.id) p.slug, p.name_{l} as name, s.name as seller,"
                    + " p.from_cents, k.starts_at, k.total - k.taken as room from product p join shop s on s.id = p.shop_id"
                    + " join capacity k on k.product_id = p.id where p.portal_id = ? and p.kind = 'ACTIVITY' and p.active and s.active"
                    + " and k.starts_at > ? and k.taken < k.total order by p.id, k.starts_at) next order by starts_at, slug limit ?";
    private static final String FIRST_DAY =
            "select min(coalesce(day, (starts_at at time zone 'Europe/Paris')::date)) as day"
                    + " from capacity where product_id = ? and taken < total and (day >= ? or starts_at >= ?)";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    /** @param left places in it */
    public record Outing(String slug, String name, String seller, long fromCents, Instant startsAt, long left) {}

    private record Found(@Nullable LocalDate day) {}

    /** The next session of each activity that has places left, soonest first. */
    public List<Outing> outings(long portalId, int many, String language) {
        return sql.list(
                OUTINGS.replace("{l}", "fr".equals(language) ? "fr" : "en"),
                row -> new Outing(
                        row.text("slug"),
                        row.text("name"),
                        row.text("seller"),
                        row.number("from_cents"),
                        row.instant("starts_at"),
                        row.number("room")),
                portalId,
                clock.instant(),
                many);
    }

    /** The first day, today or later, on which something of a dated product is left. */
    public Optional<LocalDate> firstDay(long productId) {
        return sql.one(FIRST_DAY, row -> new Found(row.dateOrNull("day")), productId, clock.today(), clock.instant())
                .map(Found::day);
    }
}
