package fr.halle.sales.service;

import fr.halle.identity.service.Accounts;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Ids;
import fr.halle.shared.service.Memory;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which commercial desks there are, and who works at which: a merchant's people at its own, an operator at its portal's (K28). */
@Service
public class Desks {

    private static final String DESK =
            "select d.id, d.portal_id, d.merchant_id, coalesce(m.name, p.operator_name) as name, coalesce(m.email, p.support_email) as email,"
                    + " d.inbox, d.version from sales_desk d join portal p on p.id = d.portal_id left join merchant m on m.id = d.merchant_id";

    private static final int REMEMBERED = 10_000;

    private static final String FIND = DESK + " where d.portal_id = ? and d.merchant_id is not distinct from ?";
    private static final String OF_MERCHANT = DESK + " where d.portal_id = m.portal_id and d.merchant_id = ?";

    private final Memory<Long, Long> ofMerchants = new Memory<>(REMEMBERED);

    @Inject
    private Sql sql;

    @Inject
    private Ids ids;

    @EJB
    private Accounts accounts;

    /**
     * The desk that answers for a merchant, or for the portal itself; the first who asks opens it.
     *
     * @param merchantId one of the portal's, null for the portal's own desk
     */
    public SalesDesk at(long portalId, @Nullable Long merchantId) {
        return sql.one(FIND, SalesDesk::of, portalId, merchantId).orElseGet(() -> open(portalId, merchantId));
    }

    /**
     * Those the actor works at: one, but for the operator of all portals.
     *
     * @throws fr.halle.shared.model.NotAllowed when the actor's role does not allow it
     */
    public List<SalesDesk> of(Actor actor) {
        actor.must(Permission.WORK_SALES);
        Long merchant = actor.merchantId();
        if (merchant != null) {
            return List.of(sql.one(OF_MERCHANT, SalesDesk::of, merchant)
                    .orElseGet(
                            () -> at(sql.number("select portal_id from merchant where id = ?", merchant), merchant)));
        }
        if (actor.kind() != Actor.Kind.OPERATOR) {
            return List.of();
        }
        Long portal = accounts.byId(actor.id()).orElseThrow(DeskUnknown::new).portalId();
        List<Long> portals = portal == null
                ? sql.list("select id from portal order by id", row -> row.number("id"))
                : List.of(portal);
        return portals.stream().map(one -> at(one, null)).toList();
    }

    /**
     * The one that was asked for, else the actor's first.
     *
     * @throws DeskUnknown when there is no such desk, or it is not the actor's
     */
    public SalesDesk of(Actor actor, @Nullable Long deskId) {
        return chosen(of(actor), deskId);
    }

    /** The same, of those that are known to be the actor's. */
    public static SalesDesk chosen(List<SalesDesk> own, @Nullable Long deskId) {
        return own.stream()
                .filter(desk -> deskId == null || desk.id() == deskId)
                .findFirst()
                .orElseThrow(DeskUnknown::new);
    }

    /** Its id, which is a merchant's for good: once known, it is not asked for again. */
    long idOf(Actor actor, @Nullable Long deskId) {
        actor.must(Permission.WORK_SALES);
        Long merchant = actor.merchantId();
        if (merchant == null) {
            return of(actor, deskId).id();
        }
        Long known = ofMerchants.get(merchant);
        if (known == null) {
            known = of(actor, null).id();
            ofMerchants.put(merchant, known);
        }
        if (deskId != null && !deskId.equals(known)) {
            throw new DeskUnknown();
        }
        return known;
    }

    private SalesDesk open(long portalId, @Nullable Long merchantId) {
        // Another portal's merchant is no merchant here.
        sql.update(
                "insert into sales_desk (id, portal_id, merchant_id) select ?, p.id, ? from portal p where p.id = ?"
                        + " and (?::bigint is null or exists (select from merchant m where m.id = ? and m.portal_id = p.id))"
                        + " on conflict do nothing",
                ids.next(),
                merchantId,
                portalId,
                merchantId,
                merchantId);
        return sql.one(FIND, SalesDesk::of, portalId, merchantId).orElseThrow(DeskUnknown::new);
    }
}
