package fr.halle.identity.service;

import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The trace of who did what, on whose behalf, in the same transaction as the deed. Rows are only ever added. */
@Service
public class Audit {

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
        write(actor, null, action, subject, detail);
    }

    /** The operator acted for a merchant (O01, K18). */
    public void writeOnBehalf(Actor actor, long merchantId, String action, String subject, String detail) {
        write(actor, merchantId, action, subject, detail);
    }

    private void write(Actor actor, @Nullable Long merchantId, String action, String subject, String detail) {
        sql.update(
                "insert into audit_entry (id, at, actor_kind, actor_id, actor_name, on_behalf_of, action, subject, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ids.next(),
                clock.instant(),
                actor.kind(),
                actor.id(),
                actor.name(),
                merchantId,
                action,
                subject,
                detail);
    }
}
