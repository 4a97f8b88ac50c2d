package fr.halle.payout.service;

import fr.halle.identity.service.Audit;
import fr.halle.merchant.service.IbanChanged;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.notification.service.MerchantMails;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.ReasonRefused;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;

/**
 * No money leaves for an IBAN that took another's place until its days are over: who had stolen the merchant's sign-in would be paid at
 * once otherwise. The merchant is told of the change at the address it has, and an operator who made sure that it was the merchant ends
 * the freeze.
 */
@Stateless
public class IbanFreezes {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Audit audit;

    @Inject
    private MerchantMails mails;

    /** In the transaction of the change. */
    public void onChange(@Observes IbanChanged event) {
        mails.tell(
                NotificationEvent.PAYOUT_IBAN_CHANGED,
                event.merchantId(),
                Map.of("end", event.end(), "by", event.by(), "until", Objects.toString(event.frozenUntil(), "")));
    }

    /**
     * Lets the money leave at the next run.
     *
     * @param reason how the operator made sure; the merchant reads it (K18)
     * @throws ReasonRefused without one
     * @throws NotFrozen when there is nothing to end
     */
    public void lift(Actor operator, long merchantId, String reason) {
        operator.must(Permission.RUN_PORTAL);
        String why = ReasonRefused.checked(reason);
        int lifted = sql.update(
                "update merchant set iban_frozen_until = null, version = version + 1 where id = ? and iban_frozen_until > ?"
                        + " and portal_id = coalesce((select portal_id from user_account where id = ?), portal_id)",
                merchantId,
                clock.instant(),
                operator.id());
        if (lifted == 0) {
            throw new NotFrozen();
        }
        sql.update(
                "update payout set next_check_at = ? where merchant_id = ? and provider_id is null and state in ('PLANNED', 'SENT', 'UNKNOWN')",
                clock.instant(),
                merchantId);
        audit.writeOnBehalf(operator, merchantId, "payout_unfrozen", "merchant " + merchantId, why);
        mails.tell(NotificationEvent.PAYOUT_UNFROZEN, merchantId, Map.of("by", operator.name(), "reason", why));
    }
}
