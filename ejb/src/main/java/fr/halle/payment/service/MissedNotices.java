package fr.halle.payment.service;

import fr.halle.payment.service.Notices.Notice;
import fr.halle.payment.service.ProviderAnswer.Success;
import fr.halle.payment.service.ProviderReference.Kind;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the provider called about while nobody was there to hear it, from its own list of events. Payments, refunds, transfers and payouts
 * are asked about by the clock anyway; a dispute is known by nothing else, nor is a payout that comes back after weeks.
 */
@Service
public class MissedNotices {

    private static final String SINCE =
            "select coalesce((select events_until - interval '10 minutes' from provider_watch), now() - interval '1 day') as since";

    private static final Set<Kind> TOLD_OF_ONLY_HERE = EnumSet.of(Kind.DISPUTE, Kind.PAYOUT_RETURN);

    @Inject
    private Sql sql;

    @Inject
    private Providers providers;

    @EJB
    private Notices notices;

    @EJB
    private NoticeHandler handler;

    /**
     * Goes on a little before where it was the last time, since events are not listed in their order; without an answer the next time
     * does. Must not be called in a transaction.
     */
    public void look() {
        Instant since = sql.one(SINCE, row -> row.instant("since")).orElseThrow();
        if (!(providers.main().listSince(since) instanceof Success<List<ProviderEvent>> known)) {
            return;
        }
        known.value().stream()
                .filter(event -> TOLD_OF_ONLY_HERE.contains(event.reference().kind()))
                .forEach(this::hear);
        known.value().stream().map(ProviderEvent::at).max(Instant::compareTo).ifPresent(notices::seenUntil);
    }

    private void hear(ProviderEvent event) {
        for (Notice missed : notices.missed(event.type(), event.reference().id())) {
            handler.handleNow(missed);
        }
    }
}
