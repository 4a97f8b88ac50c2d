package fr.halle.payment.batch;

import fr.halle.payment.service.RefundSaga;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** T06: refunds that wait for an answer, a retry or a transfer; promised within 48 hours (K7). */
@Service
public class RefundFollowUpWork implements DueWork {

    @Inject
    private RefundSaga refunds;

    @Override
    public String name() {
        return "refund-followup";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return refunds.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        refunds.advance(id);
    }
}
