package fr.halle.outside.batch;

import fr.halle.outside.service.PushDelivery;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** T09: sales and cancellations that wait for the outside system: another attempt, or the answer to one. */
@Service
public class OutsideSalesWork implements DueWork {

    @Inject
    private PushDelivery delivery;

    @Override
    public String name() {
        return "outside-sales";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return delivery.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        delivery.deliver(id);
    }
}
