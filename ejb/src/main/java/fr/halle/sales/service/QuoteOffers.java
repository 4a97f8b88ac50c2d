package fr.halle.sales.service;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.ChoiceRefused;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.service.Pricing;
import fr.halle.outside.service.OutsideCatalogue;
import fr.halle.outside.service.OutsideProduct;
import fr.halle.shared.model.Actor;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What "Ajouter une prestation" can offer for a stay (S04, S05, S29, S30): a merchant's desk its own, the portal's desk what all its
 * merchants sell. What is complete is told too. What it really costs and whether it can be had is decided when it is added.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class QuoteOffers {

    /** Times and sizes shown at once; the filter finds the others. */
    public static final int MOST = 200;

    private static final int DAYS_WITHOUT_STAY = 7;

    private static final String SOLD =
            " from product p join shop s on s.id = p.shop_id and s.active left join product_variant v on v.product_id = p.id and v.active";
    private static final String MINE =
            " where p.portal_id = ? and (?::bigint is null or s.merchant_id = ?) and p.active and p.kind = any(?) and (? = '' or fold(p.name_fr || ' ' || p.name_en) like '%' || fold(?) || '%')";
    private static final String COLUMNS =
            "p.id, v.id as variant, p.kind, p.name_%1$s as name, coalesce(v.label_%1$s, '') as label, s.name as seller, coalesce(v.price_cents, p.from_cents) as price, v.day_prices, v.minutes, p.by_weight";

    /** One row for each time, in its order. */
    private static final String SESSIONS = "select " + COLUMNS
            + ", c.day, c.starts_at, c.ends_at, c.size, c.total - c.taken as room"
            + SOLD + " join capacity c on c.product_id = p.id and (c.variant_id is null or c.variant_id = v.id)" + MINE
            + " and (c.day between ? and ? or c.starts_at >= ? and c.starts_at < ?) and coalesce(c.starts_at > ?, true)"
            + " order by p.position, p.id, c.day, c.starts_at, v.position, v.id limit ?";

    /** One row for each variant and size, with the least that is left on any of the days. */
    private static final String SPANS = "select " + COLUMNS
            + ", null::date as day, null::timestamptz as starts_at, null::timestamptz as ends_at, c.size, min(c.total - c.taken) as room"
            + SOLD
            + " left join capacity c on c.product_id = p.id and (c.variant_id is null or c.variant_id = v.id) and (c.day is null or c.day between ? and ?)"
            + MINE
            + " group by p.id, v.id, s.id, c.size order by p.position, p.id, v.position, v.id, c.size limit ?";

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private QuoteStore store;

    @Inject
    private Pricing pricing;

    @Inject
    private OutsideCatalogue catalogue;

    /** From a day to another, both included. */
    public record Stay(LocalDate from, LocalDate to) {

        private static final int MOST_DAYS = 62;

        public Stay {
            if (to.isBefore(from)) {
                to = from;
            } else if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
                to = from.plusDays(MOST_DAYS);
            }
        }
    }

    private record Found(
            OfferRow row, List<Long> dayPrices, @Nullable Integer minutes) {}

    /** The kinds of which the desk can offer anything, "Divers" at the end. */
    public List<OfferKind> kinds(Actor actor, long quoteId) {
        QuoteHead head = store.find(actor, quoteId);
        List<OfferKind> kinds = new ArrayList<>(sql
                .list(
                        "select distinct p.kind from product p join shop s on s.id = p.shop_id where p.portal_id = ? and p.active and s.active"
                                + " and (?::bigint is null or s.merchant_id = ?)",
                        row -> row.constant("kind", ProductKind.class),
                        head.portalId(),
                        head.merchantId(),
                        head.merchantId())
                .stream()
                .map(OfferKind::of)
                .distinct()
                .sorted()
                .toList());
        if (!kinds.contains(OfferKind.LESSONS) && !codes(head.deskId()).isEmpty()) {
            kinds.add(0, OfferKind.LESSONS);
        }
        kinds.add(OfferKind.FREE);
        return kinds;
    }

    /** The catalogues of the desk, in the order of its settings (P17). */
    public List<String> codes(Actor actor, long quoteId) {
        return codes(store.find(actor, quoteId).deskId());
    }

    private List<String> codes(long deskId) {
        return sql.list(
                "select code from sales_catalogue where desk_id = ? and retired_at is null order by position, id",
                row -> row.text("code"),
                deskId);
    }

    /** The shops that may sell a free prestation: a merchant's own, or all of the portal's. */
    public List<Stand> stands(Actor actor, long quoteId) {
        QuoteHead head = store.find(actor, quoteId);
        return sql.list(
                "select id, name from shop where portal_id = ? and active and (?::bigint is null or merchant_id = ?) order by name, id",
                row -> new Stand(row.number("id"), row.text("name")),
                head.portalId(),
                head.merchantId(),
                head.merchantId());
    }

    /** A shop by its name. */
    public record Stand(long shopId, String name) {}

    /**
     * @param code one of {@link #codes}, null for the public price
     * @param filter part of a name, may be empty
     * @param stay whose days are looked at: {@link #stay}, or others
     * @throws fr.halle.outside.service.OutsideSilent when the catalogue cannot be read now
     */
    public List<OfferRow> rows(
            Actor actor, long quoteId, OfferKind kind, @Nullable String code, String filter, Stay stay) {
        QuoteHead head = store.find(actor, quoteId);
        if (kind == OfferKind.FREE) {
            return List.of();
        }
        List<OfferRow> ours = kind == OfferKind.LESSONS || kind == OfferKind.ACTIVITIES
                ? sessions(head, kind, filter, stay)
                : spans(head, kind, filter, stay);
        if (code == null || !codes(head.deskId()).contains(code)) {
            return ours;
        }
        List<OfferRow> offered = new ArrayList<>();
        for (OutsideProduct product :
                catalogue.products(head.deskId(), code, stay.from(), stay.to(), head.language())) {
            if (kind.kinds().contains(product.kind())) {
                add(offered, product, ours, filter);
            }
        }
        return offered;
    }

    private static void add(List<OfferRow> offered, OutsideProduct product, List<OfferRow> ours, String filter) {
        Long productId = product.productId();
        if (productId != null) {
            ours.stream()
                    .filter(row -> productId.equals(row.productId()))
                    .filter(row ->
                            product.variantId() == null || product.variantId().equals(row.variantId()))
                    .forEach(row -> offered.add(row.priced(product.id(), product.unitCents())));
            return;
        }
        if (!product.label().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT))) {
            return;
        }
        if (product.places().isEmpty()) {
            offered.add(OfferRow.notOnLine(product, null));
        }
        product.places().forEach(place -> offered.add(OfferRow.notOnLine(product, place)));
    }

    private List<OfferRow> sessions(QuoteHead head, OfferKind kind, String filter, Stay stay) {
        return sql
                .list(
                        in(head, SESSIONS),
                        QuoteOffers::found,
                        head.portalId(),
                        head.merchantId(),
                        head.merchantId(),
                        names(kind),
                        filter,
                        filter,
                        stay.from(),
                        stay.to(),
                        midnight(stay.from()),
                        midnight(stay.to().plusDays(1)),
                        clock.instant(),
                        MOST)
                .stream()
                .map(QuoteOffers::session)
                .toList();
    }

    private List<OfferRow> spans(QuoteHead head, OfferKind kind, String filter, Stay stay) {
        LocalDate last = kind == OfferKind.LODGING ? stay.to().minusDays(1) : stay.to();
        return sql
                .list(
                        in(head, SPANS),
                        QuoteOffers::found,
                        stay.from(),
                        last,
                        head.portalId(),
                        head.merchantId(),
                        head.merchantId(),
                        names(kind),
                        filter,
                        filter,
                        MOST)
                .stream()
                .map(found -> span(head, found, stay))
                .toList();
    }

    /** A lesson's end follows from its length: the row of an instructor is an hour. */
    private static OfferRow session(Found found) {
        OfferRow row = found.row();
        Instant begins = row.startsAt();
        Integer minutes = found.minutes();
        Instant ends = begins == null || minutes == null ? row.endsAt() : begins.plus(minutes, ChronoUnit.MINUTES);
        return row.until(ends);
    }

    private OfferRow span(QuoteHead head, Found found, Stay stay) {
        OfferRow row = found.row();
        boolean rental = row.kind() == ProductKind.RENTAL;
        boolean lodging = row.kind() == ProductKind.LODGING;
        boolean dated = rental || lodging || row.kind() == ProductKind.PASS;
        Long price = row.unitCents();
        int days = (int) ChronoUnit.DAYS.between(stay.from(), stay.to()) + 1;
        if (rental) {
            price = days <= found.dayPrices().size() ? found.dayPrices().get(days - 1) : price;
        } else if (row.kind() == ProductKind.INSURANCE) {
            price = null;
        } else if (lodging) {
            price = lodging(head, Objects.requireNonNull(row.productId()), stay);
        }
        return row.during(
                dated ? stay.from() : null,
                rental || lodging ? stay.to() : null,
                lodging && price == null ? Long.valueOf(0) : row.left(),
                price);
    }

    /** Null where it cannot be had at all for these nights and persons. */
    private @Nullable Long lodging(QuoteHead head, long productId, Stay stay) {
        Integer adults = head.adults();
        Choice choice = new Choice(
                productId,
                null,
                1,
                stay.from(),
                stay.to(),
                null,
                null,
                adults == null || adults == 0 ? Integer.valueOf(1) : adults,
                head.children());
        try {
            return pricing.price(head.portalId(), choice, head.language()).totalCents();
        } catch (ChoiceRefused cannotBe) {
            return null;
        }
    }

    /** The stay of the quote; where it has none, or one that is over, the next days. */
    public Stay stay(QuoteHead head) {
        LocalDate from = head.arrivesOn();
        LocalDate to = head.leavesOn();
        LocalDate today = clock.today();
        if (from == null || to == null || to.isBefore(today)) {
            return new Stay(today, today.plusDays(DAYS_WITHOUT_STAY));
        }
        return new Stay(from, to);
    }

    private static String in(QuoteHead head, String statement) {
        return String.format(statement.replace("'%'", "'%%'"), "fr".equals(head.language()) ? "fr" : "en");
    }

    private static String[] names(OfferKind kind) {
        return kind.kinds().stream().map(Enum::name).toArray(String[]::new);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay(HalleClock.PARIS).toInstant().atOffset(ZoneOffset.UTC);
    }

    private static Found found(Row row) throws SQLException {
        return new Found(OfferRow.of(row), row.numbers("day_prices"), row.integerOrNull("minutes"));
    }
}
