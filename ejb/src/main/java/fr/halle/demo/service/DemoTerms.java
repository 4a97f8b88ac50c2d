package fr.halle.demo.service;

import fr.halle.shared.service.HalleClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Terms of sale, from the template of the trade and the seller's own details; versioned, with the hash that an order keeps as evidence (C04). */
final class DemoTerms {

    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final int DAYS_BETWEEN_VERSIONS = 90;
    private static final int NEWEST_DAYS_AGO = 30;

    private final Inserts inserts;
    private final LongSupplier ids;
    private final LocalDate today;

    DemoTerms(Inserts inserts, LongSupplier ids, Instant now) {
        this.inserts = inserts;
        this.ids = ids;
        this.today = now.atZone(HalleClock.PARIS).toLocalDate();
    }

    void ofPortal(long portalId, PortalFile portal) {
        for (String language : LANGUAGES) {
            String body = DemoFiles.template(portal.terms(), language)
                    .replace("{portal}", portal.name())
                    .replace("{operator}", portal.operator())
                    .replace("{email}", portal.supportEmail())
                    .replace("{phone}", portal.supportPhone())
                    .replace("{commune}", portal.commune());
            insert(portalId, null, language, 1, 1, body);
        }
    }

    void ofMerchant(long portalId, long merchantId, MerchantFile merchant) {
        MerchantFile.Shop shop = merchant.shops().get(0);
        int versions = Objects.requireNonNullElse(merchant.termsVersions(), 1);
        for (String language : LANGUAGES) {
            String body = DemoFiles.template(merchant.terms(), language)
                    .replace("{seller}", merchant.legalName())
                    .replace("{name}", merchant.name())
                    .replace("{siret}", merchant.siret())
                    .replace("{vat}", merchant.vatNumber())
                    .replace("{street}", shop.street())
                    .replace("{town}", shop.postcode() + " " + shop.city())
                    .replace("{email}", merchant.email())
                    .replace("{phone}", merchant.phone())
                    .replace("{mediator}", merchant.mediator())
                    .replace("{regulated}", Objects.requireNonNullElse(merchant.regulatedAs(), ""));
            for (int version = 1; version <= versions; version++) {
                insert(portalId, merchantId, language, version, versions, body);
            }
        }
    }

    private void insert(long portalId, @Nullable Long merchantId, String language, int version, int last, String text) {
        LocalDate published = today.minusDays(NEWEST_DAYS_AGO + (long) DAYS_BETWEEN_VERSIONS * (last - version));
        String body = text.replace("{version}", Integer.toString(version)).strip() + "\n";
        inserts.add(
                "terms_version",
                "id, portal_id, merchant_id, language, version, body, sha256, published_at",
                ids.getAsLong(),
                portalId,
                merchantId,
                language,
                version,
                body,
                sha256(body),
                published.atTime(LocalTime.NOON).atZone(HalleClock.PARIS).toInstant());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JRE has SHA-256", e);
        }
    }
}
