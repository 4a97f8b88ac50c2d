package fr.halle.catalog.service;

import fr.halle.shared.service.Sql;

/** How the capacity rows of each shape are found: every statement names the index's columns as far as it can. */
final class PlaceSql {

    private static final String WANTED =
            "select w.rank, c.id, c.day, c.starts_at, c.ends_at, c.room from unnest(" + Sql.IDS
                    + ", ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])"
                    + " as w(rank, product, variant, size, day_from, day_to, at, before) cross join lateral (select c.id, c.day, c.starts_at,"
                    + " c.ends_at, c.total - c.taken as room from capacity c where c.product_id = w.product and ";

    /** {@code offset 0}: each want looks its product up in the index. As a plain join, all rows of the shape are read for it. */
    private static final String IN_ORDER = " offset 0) c order by c.day, c.starts_at, c.id";

    /** Stock has no time and one row for each variant: it is looked up plainly, which is most of what a shop of goods asks. */
    static final String STOCK = "select product_id, variant_id, id, day, starts_at, ends_at, total - taken as room"
            + " from capacity where product_id = any(" + Sql.IDS
            + ") and day is null and starts_at is null and size is null";

    private PlaceSql() {}

    static String of(Want.Shape shape) {
        String rows = switch (shape) {
            case STOCK -> throw new IllegalArgumentException("stock has no time to be found by");
            case VARIANT_DAYS ->
                "c.variant_id = w.variant and c.day between w.day_from::date and w.day_to::date"
                        + " and c.starts_at is null and c.size is null";
            case SIZED_DAYS ->
                "c.variant_id = w.variant and c.day between w.day_from::date and w.day_to::date"
                        + " and c.starts_at is null and c.size = w.size";
            case DAYS ->
                "c.variant_id is null and c.day between w.day_from::date and w.day_to::date"
                        + " and c.starts_at is null and c.size is null";
            case HOURS ->
                "c.variant_id is null and c.starts_at >= w.at::timestamptz and c.starts_at < w.before::timestamptz"
                        + " and c.size is null";
        };
        return WANTED + rows + IN_ORDER;
    }
}
