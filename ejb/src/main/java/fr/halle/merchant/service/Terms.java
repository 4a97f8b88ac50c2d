package fr.halle.merchant.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The terms each merchant sells under, and the portal's own (C04, C05, K14). Publishing adds a version; what was accepted stays
 * readable for ever. The current ones of a portal are kept for half a minute.
 */
@Service
public class Terms {

    private static final long REREAD_NANOS = 30_000_000_000L;
    private static final String FRENCH = "fr";
    private static final String COLUMNS =
            "t.id, t.portal_id, t.merchant_id, t.language, t.version, t.sha256, t.published_at";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @Inject
    private AfterCommit afterCommit;

    private final Map<Long, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(List<TermsVersion> current, long readAt) {

        boolean isFresh() {
            return System.nanoTime() - readAt < REREAD_NANOS;
        }
    }

    /** @param merchantId null for the portal's own. @return the latest version, in French where the language has none */
    public Optional<TermsVersion> current(long portalId, @Nullable Long merchantId, String language) {
        List<TermsVersion> current = currentOf(portalId);
        return find(current, merchantId, language).or(() -> find(current, merchantId, FRENCH));
    }

    /** Any version that was ever published by this portal or its merchants, with its text. */
    public Optional<TermsVersion.Text> text(long portalId, long versionId) {
        return sql.one(
                "select " + COLUMNS
                        + ", t.body, m.name from terms_version t left join merchant m on m.id = t.merchant_id"
                        + " where t.portal_id = ? and t.id = ?",
                row -> new TermsVersion.Text(version(row), row.text("body"), row.textOrNull("name")),
                portalId,
                versionId);
    }

    /** Adds a version and makes it the current one. */
    public void publish(long portalId, @Nullable Long merchantId, String language, String body) {
        sql.update(
                "insert into terms_version (id, portal_id, merchant_id, language, version, body, sha256, published_at)"
                        + " select ?, ?, ?::bigint, ?, coalesce(max(version), 0) + 1, ?, ?, ? from terms_version"
                        + " where portal_id = ? and merchant_id is not distinct from ?::bigint and language = ?",
                ids.next(),
                portalId,
                merchantId,
                language,
                body,
                sha256(body),
                clock.instant(),
                portalId,
                merchantId,
                language);
        afterCommit.run(() -> kept.remove(portalId));
    }

    /** The fingerprint kept as evidence of what was accepted. */
    public static String sha256(String body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private List<TermsVersion> currentOf(long portalId) {
        Kept versions = kept.get(portalId);
        if (versions == null || !versions.isFresh()) {
            versions = new Kept(read(portalId), System.nanoTime());
            kept.put(portalId, versions);
        }
        return versions.current();
    }

    private List<TermsVersion> read(long portalId) {
        return sql.list(
                "select distinct on (t.merchant_id, t.language) " + COLUMNS
                        + " from terms_version t where t.portal_id = ?"
                        + " order by t.merchant_id, t.language, t.version desc",
                Terms::version,
                portalId);
    }

    private static Optional<TermsVersion> find(List<TermsVersion> current, @Nullable Long merchantId, String language) {
        return current.stream()
                .filter(terms -> Objects.equals(terms.merchantId(), merchantId)
                        && terms.language().equals(language))
                .findFirst();
    }

    private static TermsVersion version(Row row) throws SQLException {
        return new TermsVersion(
                row.number("id"),
                row.number("portal_id"),
                row.numberOrNull("merchant_id"),
                row.text("language"),
                row.integer("version"),
                row.text("sha256"),
                row.instant("published_at"));
    }
}
