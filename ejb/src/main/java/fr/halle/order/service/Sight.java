package fr.halle.order.service;

import fr.halle.identity.service.Accounts;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may see which parts: a merchant its own, an operator those of its portal, the system's own actors all (K28). */
@Service
public class Sight {

    @EJB
    private Accounts accounts;

    /**
     * The narrowing of a query.
     *
     * @param merchantId only this merchant's parts, null for any
     * @param portalId only this portal's parts, null for any
     */
    public record Scope(@Nullable Long merchantId, @Nullable Long portalId) {

        public boolean holds(long ofMerchant, long ofPortal) {
            return (merchantId == null || merchantId == ofMerchant) && (portalId == null || portalId == ofPortal);
        }
    }

    /** @throws PartUnknown for whoever may see no part at all */
    public Scope of(Actor actor) {
        actor.must(Permission.READ_ORDERS);
        return switch (actor.kind()) {
            case MERCHANT -> new Scope(Objects.requireNonNull(actor.merchantId()), null);
            case OPERATOR ->
                new Scope(
                        null,
                        accounts.byId(actor.id()).orElseThrow(PartUnknown::new).portalId());
            case CLOCK, PROVIDER, SYSTEM -> new Scope(null, null);
            case CUSTOMER -> throw new PartUnknown();
        };
    }
}
