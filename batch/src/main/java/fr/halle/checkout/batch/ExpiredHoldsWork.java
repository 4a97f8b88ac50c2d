package fr.halle.checkout.batch;

import fr.halle.checkout.service.Checkouts;
import fr.halle.payment.service.Payments;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.util.List;

/** Checkouts whose time is over give back what they hold, once the provider was asked: a customer may have paid in the last second. */
@Service
public class ExpiredHoldsWork implements DueWork {

    @Inject
    private Checkouts checkouts;

    @EJB
    private Payments payments;

    @Override
    public String name() {
        return "expired-holds";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return checkouts.late(afterId, most);
    }

    @Override
    public void workOn(long id) {
        payments.refresh(id);
    }
}
