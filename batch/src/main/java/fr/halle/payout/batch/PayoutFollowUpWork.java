package fr.halle.payout.batch;

import fr.halle.payout.service.Payouts;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** Payouts on their way, without an answer, or that may still come back. */
@Service
public class PayoutFollowUpWork implements DueWork {

    @Inject
    private Payouts payouts;

    @Override
    public String name() {
        return "payout-followup";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return payouts.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        payouts.advance(id);
    }
}
