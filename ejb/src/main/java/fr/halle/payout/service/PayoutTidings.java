package fr.halle.payout.service;

import fr.halle.payment.service.ProviderReference;
import fr.halle.payment.service.ProviderToldUs;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The provider called about a payout, or about one that came back: it is asked about at the next run. */
@Service
public class PayoutTidings {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    void told(@Observes ProviderToldUs event) {
        ProviderReference told = event.reference();
        if (told.kind() == ProviderReference.Kind.PAYOUT) {
            sql.update(
                    "update payout set next_check_at = ? where provider_id = ? and state in ('SENT', 'UNKNOWN', 'PAID')",
                    clock.instant(),
                    told.id());
        }
        if (told.kind() == ProviderReference.Kind.PAYOUT_RETURN) {
            // It names the return, not the payout: every one that may still come back is asked about.
            sql.update(
                    "update payout set next_check_at = ? where state = 'PAID' and next_check_at is not null",
                    clock.instant());
        }
    }
}
