package fr.halle.payment.batch;

import fr.halle.payment.service.Payments;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** Payments that nobody told us about: 5 minutes, an hour, then daily. One page a run, since each look sets the next. */
@Service
public class UnknownPaymentsWork implements DueWork {

    @EJB
    private Payments payments;

    @Override
    public String name() {
        return "unknown-payments";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return afterId == 0 ? payments.due(most).stream().sorted().toList() : List.of();
    }

    @Override
    public void workOn(long id) {
        payments.refresh(id);
    }
}
