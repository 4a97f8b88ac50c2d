package fr.halle.payment.batch;

import fr.halle.payment.service.Captures;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import java.util.List;

/** T05: « à télécollecter » becomes « collecté », share by share. */
@Service
public class CollectionWork implements DueWork {

    @Inject
    private Captures captures;

    @Override
    public String name() {
        return "collection";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return captures.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        captures.capture(id);
    }
}
