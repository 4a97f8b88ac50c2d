package fr.halle.payment.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** The provider called about a refund or a transfer: those without an answer are asked about now rather than later. */
@Service
public class RefundTidings {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    void told(@Observes ProviderToldUs event) {
        if (event.reference().kind() == ProviderReference.Kind.REFUND) {
            sql.update(
                    "update refund set next_check_at = ? where state = 'UNKNOWN' and next_check_at > ?",
                    clock.instant(),
                    clock.instant());
        }
        if (event.reference().kind() == ProviderReference.Kind.TRANSFER) {
            sql.update(
                    "update payment_share set transfer_next_at = ? where transferred_at is null and transfer_error is not null"
                            + " and transfer_claimed_at is not null and transfer_next_at > ?",
                    clock.instant(),
                    clock.instant());
        }
    }
}
