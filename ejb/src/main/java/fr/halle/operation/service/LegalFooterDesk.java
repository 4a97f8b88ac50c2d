package fr.halle.operation.service;

import fr.halle.identity.model.UserAccount;
import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.AfterCommit;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The legal text at the foot of every mail of a portal (P11, K27): the operator publishes a new version, everybody else reads it.
 * Every mail that leaves carries the newest; versions are never changed nor taken back.
 */
@Stateless
public class LegalFooterDesk {

    private static final int MOST = 2000;
    private static final String FOOTER =
            "select version, body, published_at, published_by from legal_footer where portal_id = ? and language = ?";

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    @EJB
    private Accounts accounts;

    @Inject
    private Portals portals;

    @Inject
    private Audit audit;

    @Inject
    private AfterCommit afterCommit;

    /** One that was published. */
    public record Version(int version, String body, Instant at, String by) {

        static Version of(Row row) throws SQLException {
            return new Version(
                    row.integer("version"), row.text("body"), row.instant("published_at"), row.text("published_by"));
        }
    }

    /** The newest, for whoever works at the portal; empty before the operator published any. */
    public Optional<Version> newest(long portalId, String language) {
        return sql.one(FOOTER + " order by version desc limit 1", Version::of, portalId, language);
    }

    /** Newest first. */
    public List<Version> versions(long portalId, String language) {
        return sql.list(FOOTER + " order by version desc", Version::of, portalId, language);
    }

    /**
     * Publishes the next version; words that are the newest already are not published twice.
     *
     * @throws fr.halle.shared.model.NotAllowed for whoever does not run a portal
     * @throws PortalForbidden when it is not this portal
     * @throws FooterRefused when the text cannot be
     */
    public void publish(Actor actor, long portalId, String language, String text) {
        actor.must(Permission.RUN_PORTAL);
        UserAccount account = accounts.byId(actor.id()).orElseThrow(PortalForbidden::new);
        if (account.portalId() != null && account.portalId() != portalId) {
            throw new PortalForbidden();
        }
        String body = text.replace("\r\n", "\n").strip();
        if (body.isEmpty() || body.length() > MOST || Texts.hidesInLines(body)) {
            throw new FooterRefused();
        }
        portals.lockSettings(portalId);
        Optional<Version> before = newest(portalId, language);
        if (before.filter(one -> one.body().equals(body)).isPresent()) {
            return;
        }
        int version = before.map(Version::version).orElse(0) + 1;
        sql.update(
                "insert into legal_footer (id, portal_id, language, version, body, published_at, published_by) values (?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                portalId,
                language,
                version,
                body,
                clock.instant(),
                actor.name());
        audit.writeAt(actor, portalId, "footer_published", "footer " + language, "version " + version);
        afterCommit.run(portals::forget);
    }
}
