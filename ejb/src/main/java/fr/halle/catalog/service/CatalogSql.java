package fr.halle.catalog.service;

import fr.halle.catalog.model.ProductQuery;
import fr.halle.catalog.model.ProductSort;
import fr.halle.shared.model.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The catalogue's statements. {@code {l}} stands for the language's ending of a column, fr or en: never for a value. */
final class CatalogSql {

    static final String CATEGORIES = "select c.id, c.slug, c.name_{l} as name, c.picture, count(p.id) as products"
            + " from category c left join product p on p.category_id = c.id and p.active"
            + " where c.portal_id = ? group by c.id order by c.position, c.id";

    private static final String CARD =
            "p.id, p.slug, p.kind, (select sum(k.total - k.taken) from capacity k where p.kind = 'GOODS' and k.product_id = p.id) as stock,"
                    + " p.name_{l} as name, p.summary_{l} as summary, p.unit_{l} as unit,"
                    + " p.picture, p.alt_{l} as alt, p.from_cents, p.by_weight, p.collected, p.shop_id, s.slug as shop_slug, s.name as shop_name,"
                    + " c.slug as category_slug, c.name_{l} as category_name";

    private static final String FROM =
            " from product p join shop s on s.id = p.shop_id join category c on c.id = p.category_id";

    static final String PRODUCT = "select " + CARD + ", p.about_{l} as about, p.vat_bp, p.withdrawal, p.adults_only,"
            + " p.terms::text as terms, s.merchant_id, s.picture as shop_picture, s.tagline_{l} as shop_tagline,"
            + " s.city as shop_city, s.phone as shop_phone, s.pickup, s.delivery,"
            + " (select sum(k.total - k.taken) from capacity k where k.product_id = p.id and k.day is null and k.starts_at is null)"
            + " as in_stock,"
            + " (select coalesce(json_agg(json_build_object('id', v.id, 'code', v.code, 'label', v.label_{l}, 'priceCents',"
            + " v.price_cents, 'dayPrices', v.day_prices, 'minutes', v.minutes, 'days', v.days, 'ageMin', v.age_min, 'ageMax',"
            + " v.age_max, 'schedule', v.schedule_{l}, 'sizes', v.sizes) order by v.position, v.id), '[]')::text"
            + " from product_variant v where v.product_id = p.id and v.active) as variants"
            + FROM + " where p.portal_id = ? and p.slug = ? and p.active and s.active";

    /** The best match has the most points. */
    private static final String SCORE = "(1000 * ts_rank(p.search_{l}, websearch_to_tsquery('{config}', ?))"
            + " + 1000 * word_similarity(fold(?), fold(p.name_fr || ' ' || p.name_en))"
            + " + 500 * word_similarity(fold(?), fold(s.name)))::bigint";

    /** Stems in the visitor's language, beginnings of words in either and in the shop's name, or letters much alike. */
    private static final String MATCHES = " and (p.search_{l} @@ websearch_to_tsquery('{config}', ?)"
            + " or (p.search_fr || p.search_en || to_tsvector('{config}', s.name)) @@ to_tsquery('{config}', ?)"
            + " or fold(?) <% fold(p.name_fr || ' ' || p.name_en) or fold(?) <% fold(s.name))";

    /** Where nothing matches, letters somewhat alike: a word with two slips is still a word somebody meant. */
    private static final String GUESSES = " and greatest(word_similarity(fold(?), fold(p.name_fr || ' ' || p.name_en)),"
            + " word_similarity(fold(?), fold(s.name))) >= 0.4";

    private static final String HAD_ON =
            " and (p.kind in ('GOODS', 'PASS', 'INSURANCE') or exists (select 1 from capacity k"
                    + " where k.product_id = p.id and k.taken < k.total and (k.day = ?"
                    + " or (p.kind = 'GROUP_LESSON' and k.day between ?::date - 6 and ?::date)"
                    + " or (k.starts_at >= ?::date::timestamp at time zone 'Europe/Paris'"
                    + " and k.starts_at < (?::date + 1)::timestamp at time zone 'Europe/Paris'))))";

    private static final int MOST_WORDS = 10;

    private CatalogSql() {}

    /** A statement and what is bound in it, in order. */
    record Statement(String text, @Nullable Object[] values) {}

    static String in(String language, String statement) {
        boolean french = "fr".equals(language);
        return statement
                .replace("{l}", french ? "fr" : "en")
                .replace("{config}", french ? "french_folded" : "english_folded");
    }

    /** @param guessing whether letters somewhat alike are enough */
    static Statement list(long portalId, String language, ProductQuery query, boolean guessing) {
        StringBuilder text = new StringBuilder("select * from (select " + CARD + ", count(*) over () as total, ");
        List<@Nullable Object> values = new ArrayList<>();
        text.append(rank(query, values))
                .append(" as rank")
                .append(FROM)
                .append(" where p.portal_id = ? and p.active and s.active");
        values.add(portalId);
        filter(query, guessing, text, values);
        text.append(") found");
        after(query, text, values);
        text.append(" order by rank, id limit ?");
        values.add(query.limit() + 1);
        return new Statement(in(language, text.toString()), values.toArray());
    }

    /** What the list rises by: a place in it is "rank-id". */
    private static String rank(ProductQuery query, List<@Nullable Object> values) {
        String q = query.q();
        return switch (query.sort()) {
            case OURS -> {
                if (q == null) {
                    yield "p.position::bigint";
                }
                values.addAll(List.of(q, q, q));
                yield "-" + SCORE;
            }
            case PRICE -> "p.from_cents";
            case PRICE_DOWN -> "-p.from_cents";
            // Cut, since it stands in the next page's address.
            case NAME -> "left(fold(p.name_{l}), 80)";
        };
    }

    private static void filter(
            ProductQuery query, boolean guessing, StringBuilder text, List<@Nullable Object> values) {
        String q = query.q();
        if (q != null) {
            text.append(guessing ? GUESSES : MATCHES);
            values.addAll(guessing ? List.of(q, q) : List.of(q, beginnings(q), q, q));
        }
        add(text, values, " and c.slug = ?", query.category());
        add(text, values, " and s.slug = ?", query.shop());
        add(text, values, " and p.kind = ?", query.kind());
        add(text, values, " and p.from_cents <= ?", query.maxCents());
        if (query.on() != null) {
            text.append(HAD_ON);
            values.addAll(List.of(query.on(), query.on(), query.on(), query.on(), query.on()));
        }
    }

    /** Every word as the beginning of one: {@code huit banc} finds « Huîtrière du Banc ». */
    private static String beginnings(String words) {
        return Arrays.stream(Texts.fold(words).split("[^a-z0-9]+"))
                .filter(word -> word.length() > 1)
                .limit(MOST_WORDS)
                .map(word -> word + ":*")
                .collect(Collectors.joining(" & "));
    }

    private static void after(ProductQuery query, StringBuilder text, List<@Nullable Object> values) {
        String after = query.after();
        if (after == null) {
            return;
        }
        int dash = after.lastIndexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("after is what an earlier page gave");
        }
        String rank = after.substring(0, dash);
        text.append(" where (rank, id) > (?, ?)");
        values.add(query.sort() == ProductSort.NAME ? rank : Long.valueOf(rank));
        values.add(Long.valueOf(after.substring(dash + 1)));
    }

    private static void add(
            StringBuilder text, List<@Nullable Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            text.append(condition);
            values.add(value);
        }
    }
}
