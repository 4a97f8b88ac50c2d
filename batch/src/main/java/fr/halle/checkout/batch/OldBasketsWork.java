package fr.halle.checkout.batch;

import fr.halle.checkout.service.OldBaskets;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** Baskets that nobody ordered (GDPR art. 5). */
@Service
public class OldBasketsWork implements DueWork {

    @EJB
    private OldBaskets baskets;

    @Override
    public String name() {
        return "old-baskets";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return baskets.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        baskets.forget(List.of(id));
    }

    @Override
    public boolean isTogether() {
        return true;
    }

    @Override
    public void workOnAll(List<Long> ids) {
        baskets.forget(ids);
    }
}
