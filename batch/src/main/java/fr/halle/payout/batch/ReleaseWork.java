package fr.halle.payout.batch;

import fr.halle.payout.service.Releases;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** K2: what the payout rule lets go becomes available; a chunk is a few statements. */
@Service
public class ReleaseWork implements DueWork {

    @EJB
    private Releases releases;

    @Override
    public String name() {
        return "release";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return releases.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        workOnAll(List.of(id));
    }

    @Override
    public boolean isTogether() {
        return true;
    }

    @Override
    public void workOnAll(List<Long> ids) {
        releases.release(ids);
    }
}
