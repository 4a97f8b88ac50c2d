package fr.halle.payment.batch;

import fr.halle.payment.service.Captures;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** T05: transfers that wait for an answer; the next night may come after the provider has forgotten their keys. */
@Service
public class CollectionFollowUpWork implements DueWork {

    @Inject
    private Captures captures;

    @Override
    public String name() {
        return "collection-followup";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return captures.unanswered(afterId, most);
    }

    @Override
    public void workOn(long id) {
        captures.capture(id);
    }
}
