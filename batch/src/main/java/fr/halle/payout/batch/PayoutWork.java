package fr.halle.payout.batch;

import fr.halle.payout.service.Payouts;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** T02–T04: what is available to a merchant leaves for its bank. */
@Service
public class PayoutWork implements DueWork {

    @Inject
    private Payouts payouts;

    @Override
    public String name() {
        return "payout";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return payouts.candidates(afterId, most);
    }

    @Override
    public void workOn(long id) {
        payouts.pay(id);
    }
}
