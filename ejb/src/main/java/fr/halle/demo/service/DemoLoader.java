package fr.halle.demo.service;

import fr.halle.shared.model.Region;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Writes the three portals of the demo. The same files on the same day give the same rows. */
final class DemoLoader {

    private final Sql sql;
    private final LongSupplier ids;
    private final Instant now;
    private final LocalDate today;
    private final Inserts inserts = new Inserts();

    DemoLoader(Sql sql, LongSupplier ids, Instant now) {
        this.sql = sql;
        this.ids = ids;
        this.now = now;
        this.today = now.atZone(HalleClock.PARIS).toLocalDate();
    }

    void load() {
        DemoFiles.PORTALS.forEach(slug -> portal(DemoFiles.portal(slug)));
        inserts.write(sql);
    }

    private void portal(PortalFile portal) {
        long id = ids.getAsLong();
        inserts.add(
                "portal",
                "id, slug, name, tagline_fr, tagline_en, run_by_fr, run_by_en, operator_name, support_email,"
                        + " support_phone, hosts, preset, holiday_region, commune",
                id,
                portal.slug(),
                portal.name(),
                portal.tagline().fr(),
                portal.tagline().en(),
                portal.runBy().fr(),
                portal.runBy().en(),
                portal.operator(),
                portal.supportEmail(),
                portal.supportPhone(),
                portal.hosts().toArray(String[]::new),
                portal.preset(),
                "MAINLAND",
                portal.commune());
        Map<String, Long> categories = categories(id, portal.categories());
        for (String merchant : portal.merchants()) {
            merchant(id, categories, DemoFiles.merchant(portal.slug(), merchant));
        }
        new DemoFooter(inserts, ids, now).of(id, portal);
        // After the first merchant: tables are written in the order in which they are first named.
        new DemoTerms(inserts, ids, now).ofPortal(id, portal);
    }

    private Map<String, Long> categories(long portalId, List<PortalFile.Category> categories) {
        Map<String, Long> bySlug = new HashMap<>();
        for (PortalFile.Category category : categories) {
            long id = ids.getAsLong();
            inserts.add(
                    "category",
                    "id, portal_id, slug, name_fr, name_en, position, picture",
                    id,
                    portalId,
                    category.slug(),
                    category.name().fr(),
                    category.name().en(),
                    bySlug.size() + 1,
                    category.picture());
            bySlug.put(category.slug(), id);
        }
        return bySlug;
    }

    private void merchant(long portalId, Map<String, Long> categories, MerchantFile merchant) {
        long id = ids.getAsLong();
        inserts.add(
                "merchant",
                "id, portal_id, slug, name, legal_name, siret, vat_number, email, phone, mobile, sms_opt_in, mediator,"
                        + " iban, iban_owner, regulated_as, registered_at",
                id,
                portalId,
                merchant.slug(),
                merchant.name(),
                merchant.legalName(),
                merchant.siret(),
                merchant.vatNumber(),
                merchant.email(),
                merchant.phone(),
                merchant.mobile(),
                merchant.smsOptIn(),
                merchant.mediator(),
                merchant.iban(),
                merchant.iban() == null ? null : merchant.legalName(),
                merchant.regulatedAs(),
                now);
        new DemoTerms(inserts, ids, now).ofMerchant(portalId, id, merchant);
        new DemoDesk(inserts, ids, now).of(portalId, id, merchant.slug(), merchant.name());
        for (MerchantFile.Shop shop : merchant.shops()) {
            shop(portalId, id, categories, shop);
        }
    }

    private void shop(long portalId, long merchantId, Map<String, Long> categories, MerchantFile.Shop shop) {
        long id = ids.getAsLong();
        MerchantFile.Delivery delivery = shop.delivery();
        Words area = delivery == null ? Words.NONE : delivery.area();
        inserts.add(
                "shop",
                "id, merchant_id, portal_id, slug, name, tagline_fr, tagline_en, about_fr, about_en, picture, street,"
                        + " postcode, city, phone, pickup, delivery, delivery_fee_cents, delivery_area_fr,"
                        + " delivery_area_en, lead_minutes, slot_capacity",
                id,
                merchantId,
                portalId,
                shop.slug(),
                shop.name(),
                shop.tagline().fr(),
                shop.tagline().en(),
                shop.about().fr(),
                shop.about().en(),
                shop.picture(),
                shop.street(),
                shop.postcode(),
                shop.city(),
                shop.phone(),
                Objects.requireNonNullElse(shop.pickup(), true),
                delivery != null,
                delivery == null ? 0L : delivery.feeCents(),
                area.fr(),
                area.en(),
                Objects.requireNonNullElse(shop.leadMinutes(), 120),
                Objects.requireNonNullElse(shop.slotCapacity(), 4));
        new DemoHours(inserts, ids, today, Region.FRANCE).of(id, shop);
        DemoProducts products = new DemoProducts(inserts, ids, today);
        int position = 0;
        for (ProductFile product : shop.products()) {
            Long category = categories.get(product.category());
            if (category == null) {
                throw new IllegalArgumentException("No category " + product.category() + " for " + product.slug());
            }
            products.write(portalId, id, category, ++position, product);
        }
    }
}
