package fr.halle.identity.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/**
 * The trace of who did what, on whose behalf and from where, in the same transaction as the deed. Rows are only ever added. Each is of
 * a portal, whose operator reads it: the merchant's whom it concerns, else the one that is named, else the actor's own.
 */
@Service
public class Audit {

    private static final int LONGEST = 500;

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @Inject
    private HalleClock clock;

    /**
     * @param action a short word in snake case, such as {@code iban_changed}
     * @param subject what it was done to, such as a part's number
     * @param detail never a secret, never an IBAN
     */
    public void write(Actor actor, String action, String subject, String detail) {
        write(actor, null, null, action, subject, detail);
    }

    /** The operator acted for a merchant (O01, K18). */
    public void writeOnBehalf(Actor actor, long merchantId, String action, String subject, String detail) {
        write(actor, merchantId, null, action, subject, detail);
    }

    /** Something of a portal's, such as a setting. @param portalId null for what is of all portals */
    public void writeAt(Actor actor, @Nullable Long portalId, String action, String subject, String detail) {
        write(actor, null, portalId, action, subject, detail);
    }

    private void write(
            Actor actor,
            @Nullable Long onBehalfOf,
            @Nullable Long portalId,
            String action,
            String subject,
            String detail) {
        Long merchant = onBehalfOf == null ? actor.merchantId() : onBehalfOf;
        sql.update(
                "insert into audit_entry (id, at, actor_kind, actor_id, actor_name, on_behalf_of, merchant_id, portal_id, address,"
                        + " action, subject, detail) values (?, ?, ?, ?, ?, ?::bigint, ?::bigint, coalesce(?::bigint,"
                        + " (select portal_id from merchant where id = ?::bigint), (select portal_id from user_account where id = ?)),"
                        + " ?, ?, ?, ?)",
                ids.next(),
                clock.instant(),
                actor.kind(),
                actor.id(),
                actor.name(),
                onBehalfOf,
                merchant,
                portalId,
                merchant,
                actor.id(),
                Whence.network(),
                action,
                subject,
                detail.substring(0, Math.min(detail.length(), LONGEST)));
    }
}
