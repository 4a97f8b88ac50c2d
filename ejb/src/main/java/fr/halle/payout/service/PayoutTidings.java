package fr.halle.payout.service;

import fr.halle.payment.service.ProviderAnswer;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderReference;
import fr.halle.payment.service.ProviderToldUs;
import fr.halle.payment.service.Providers;
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

    @Inject
    private Providers providers;

    /**
     * A bank may send money back weeks after we ceased to ask.
     *
     * @throws IllegalStateException when the provider does not say which payout came back: the notification is handled again by the clock
     */
    void told(@Observes ProviderToldUs event) {
        ProviderReference told = event.reference();
        if (told.kind() == ProviderReference.Kind.PAYOUT) {
            askAbout(told.id());
        }
        if (told.kind() == ProviderReference.Kind.PAYOUT_RETURN) {
            ProviderAnswer<String> answer = providers.main().payoutOfReturn(told.id());
            if (!(answer instanceof Success<String> payout)) {
                throw new IllegalStateException("What came back as " + told.id() + ": " + answer);
            }
            askAbout(payout.value());
        }
    }

    private void askAbout(String providerId) {
        sql.update(
                "update payout set next_check_at = ? where provider_id = ? and state in ('SENT', 'UNKNOWN', 'PAID')",
                clock.instant(),
                providerId);
    }
}
