package fr.halle.sales.service;

import fr.halle.identity.service.Accounts;
import fr.halle.identity.service.Audit;
import fr.halle.outside.service.HeldUpSales;
import fr.halle.outside.service.PushRow;
import fr.halle.outside.service.Reconciled;
import fr.halle.outside.service.Reconciliation;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Row;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/**
 * The outside system as a desk's people see it: what is held up, and whether both sides have the same. A secretary sees its merchant's;
 * an operator sees every desk of its portals, because a sale that nobody looks after is a customer without a lesson.
 */
@Service
public class OutsideDesk {

    @Inject
    private Sql sql;

    @Inject
    private Desks desks;

    @EJB
    private Accounts accounts;

    @Inject
    private HeldUpSales heldUp;

    @Inject
    private Reconciliation reconciliation;

    @Inject
    private Transactions transactions;

    @Inject
    private Audit audit;

    /** @param name the merchant's, or that of whoever runs the portal */
    public record Named(long id, String name) {

        static Named of(Row row) throws SQLException {
            return new Named(row.number("id"), row.text("name"));
        }
    }

    /**
     * Those the actor looks after, by name.
     *
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     */
    public List<Named> of(Actor actor) {
        actor.must(Permission.WORK_SALES);
        if (actor.kind() != Actor.Kind.OPERATOR) {
            return desks.of(actor).stream()
                    .map(desk -> new Named(desk.id(), desk.name()))
                    .toList();
        }
        Long portal = accounts.byId(actor.id()).orElseThrow(DeskUnknown::new).portalId();
        return sql.list(
                "select d.id, coalesce(m.name, p.operator_name) as name from sales_desk d join portal p on p.id = d.portal_id"
                        + " left join merchant m on m.id = d.merchant_id where d.portal_id = coalesce(?::bigint, d.portal_id) order by name, d.id",
                Named::of,
                portal);
    }

    public List<PushRow> heldUp(Actor actor, int most) {
        return heldUp.of(ids(actor), most);
    }

    /** @throws fr.halle.outside.service.PushUnknown when it is not the actor's to see */
    public void replay(Actor actor, long pushId) {
        List<Long> own = ids(actor);
        transactions.inNew(() -> {
            PushRow row = heldUp.replay(own, pushId, actor);
            audit.write(actor, "outside_replayed", "push " + row.id(), row.catalogue());
            return row;
        });
    }

    /** All that are dead. @return how many */
    public int replayAll(Actor actor, int most) {
        List<PushRow> dead =
                heldUp(actor, most).stream().filter(PushRow::isDead).toList();
        dead.forEach(row -> replay(actor, row.id()));
        return dead.size();
    }

    /**
     * A day as both sides have it.
     *
     * @throws DeskUnknown when the desk is not the actor's to see
     * @throws fr.halle.outside.service.OutsideNotConnected when it has no account at an outside system
     * @throws fr.halle.outside.service.OutsideSilent when that did not answer
     */
    public Reconciled reconciled(Actor actor, long deskId, LocalDate day) {
        if (!ids(actor).contains(deskId)) {
            throw new DeskUnknown();
        }
        return reconciliation.of(deskId, day);
    }

    private List<Long> ids(Actor actor) {
        return of(actor).stream().map(Named::id).toList();
    }
}
