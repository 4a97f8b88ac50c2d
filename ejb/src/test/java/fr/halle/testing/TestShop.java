package fr.halle.testing;

import fr.halle.catalog.model.ProductKind;
import fr.halle.portal.model.Preset;
import fr.halle.shared.service.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A portal of its own with a category, and what a test sells in it. Every part gets fresh ids and slugs, so tests do not meet:
 * {@code TestShop shop = TestShop.in(Preset.TOWN_PICKUP); long oysters = shop.product(GOODS, "Huîtres", 1890, 550);}
 */
public final class TestShop {

    private static final Sql SQL = TestDatabase.sql();

    public final long portalId = TestIds.id();
    public final long categoryId = TestIds.id();
    /** The first merchant and its shop; {@link #merchant} adds more. */
    public final long merchantId;

    public final long shopId;
    public final String host = "p" + portalId + ".localhost";

    private TestShop(Preset preset) {
        SQL.update(
                "insert into portal (id, slug, name, tagline_fr, tagline_en, run_by_fr, run_by_en, operator_name,"
                        + " support_email, hosts, preset, commune) values (?, ?, 'Ville', 'Ville', 'Town', 'Mairie',"
                        + " 'Town hall', 'Mairie', 'aide@exemple.fr', ?, ?, 'Ville')",
                portalId,
                "p" + portalId,
                new String[] {host},
                preset);
        SQL.update(
                "insert into category (id, portal_id, slug, name_fr, name_en, position, picture)"
                        + " values (?, ?, 'rayon', 'Rayon', 'Aisle', 1, 'huitres.svg')",
                categoryId,
                portalId);
        merchantId = merchant("Maison Morel");
        shopId = shop(merchantId, "Maison Morel");
    }

    public static TestShop in(Preset preset) {
        return new TestShop(preset);
    }

    public long merchant(String name) {
        long id = TestIds.id();
        SQL.update(
                "insert into merchant (id, portal_id, slug, name, legal_name, email, phone, iban, iban_owner,"
                        + " psp_user_id, psp_wallet_id) values (?, ?, ?, ?, ?, ?, '0102030405',"
                        + " 'FR7630006000011234567890189', ?, ?, ?)",
                id,
                portalId,
                "m" + id,
                name,
                name,
                "m" + id + "@exemple.fr",
                name,
                "user" + id,
                "wallet" + id);
        return id;
    }

    /** Somebody who signs in for the merchant, and the language it is written to in. */
    public void account(long ofMerchant, String language) {
        long id = TestIds.id();
        SQL.update(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id, merchant_id, language)"
                        + " values (?, ?, ?, 'Maud', 'none', 'OWNER', ?, ?, ?)",
                id,
                "u" + id,
                "u" + id + "@exemple.fr",
                portalId,
                ofMerchant,
                language);
    }

    /** @return the account of an operator of one portal */
    public long operator(long portal) {
        long id = TestIds.id();
        SQL.update(
                "insert into user_account (id, login, email, name, password_hash, role, portal_id)"
                        + " values (?, ?, ?, 'Ana', 'none', 'OPERATOR', ?)",
                id,
                "o" + id,
                "o" + id + "@exemple.fr",
                portal);
        return id;
    }

    public long shop(long ofMerchant, String name) {
        long id = TestIds.id();
        SQL.update(
                "insert into shop (id, merchant_id, portal_id, slug, name, picture, street, postcode, city, phone)"
                        + " values (?, ?, ?, ?, ?, 'boutique-maree.svg', '1 rue du Port', '14390', 'Ville', '0102030405')",
                id,
                ofMerchant,
                portalId,
                "s" + id,
                name);
        return id;
    }

    /** The same hours on every day of the week. */
    public void open(long shop, String opens, String closes) {
        for (int weekday = 1; weekday <= 7; weekday++) {
            SQL.update(
                    "insert into opening_hours (shop_id, weekday, opens, closes) values (?, ?, ?, ?)",
                    shop,
                    weekday,
                    LocalTime.parse(opens),
                    LocalTime.parse(closes));
        }
    }

    /** A product of the first shop. */
    public long product(ProductKind kind, String name, long fromCents, int vatBp) {
        return product(shopId, kind, name, fromCents, vatBp);
    }

    public long product(long shop, ProductKind kind, String name, long fromCents, int vatBp) {
        long id = TestIds.id();
        SQL.update(
                "insert into product (id, portal_id, shop_id, category_id, kind, slug, name_fr, name_en, picture,"
                        + " from_cents, vat_bp, collected) values (?, ?, ?, ?, ?, ?, ?, ?, 'huitres.svg', ?, ?, ?)",
                id,
                portalId,
                shop,
                categoryId,
                kind,
                "produit-" + id,
                name,
                name + " (en)",
                fromCents,
                vatBp,
                kind == ProductKind.GOODS);
        return id;
    }

    /** Terms as JSON: a deposit's rate, what an insurance covers … */
    public void terms(long product, String json) {
        SQL.update("update product set terms = ? where id = ?", json, product);
    }

    public void set(long product, String column, Object value) {
        SQL.update("update product set " + column + " = ? where id = ?", value, product);
    }

    public long variant(long product, String code, long priceCents) {
        long id = TestIds.id();
        SQL.update(
                "insert into product_variant (id, product_id, code, label_fr, label_en, price_cents)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                product,
                code,
                code,
                code + " (en)",
                priceCents);
        return id;
    }

    public void setVariant(long variant, String column, @Nullable Object value) {
        SQL.update("update product_variant set " + column + " = ? where id = ?", value, variant);
    }

    /** Undated stock. */
    public long stock(long product, long total) {
        return capacity(product, null, null, null, null, null, total);
    }

    public long capacity(
            long product,
            @Nullable Long variant,
            @Nullable LocalDate day,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String size,
            long total) {
        long id = TestIds.id();
        SQL.update(
                "insert into capacity (id, product_id, variant_id, day, starts_at, ends_at, size, total)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                product,
                variant,
                day,
                startsAt,
                endsAt,
                size,
                total);
        return id;
    }

    public void season(long product, String from, String to, long nightCents, int minNights) {
        SQL.update(
                "insert into season_price (id, product_id, day_from, day_to, night_cents, min_nights)"
                        + " values (?, ?, ?, ?, ?, ?)",
                TestIds.id(),
                product,
                LocalDate.parse(from),
                LocalDate.parse(to),
                nightCents,
                minNights);
    }
}
