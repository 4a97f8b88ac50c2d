package fr.halle.order.batch;

import fr.halle.order.service.Completion;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** K17: parts that the clock completes, days after their service. */
@Service
public class CompletionWork implements DueWork {

    @EJB
    private Completion completion;

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return completion.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        completion.byClock(id);
    }
}
