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

    private PlaceSql() {}

    static String of(Want.Shape shape) {
        String rows = switch (shape) {
            case STOCK -> "c.variant_id is null and c.day is null and c.starts_at is null and c.size is null";
            case VARIANT_STOCK ->
                "c.variant_id = w.variant and c.day is null and c.starts_at is null and c.size is null";
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
