package fr.halle.checkout.batch;

import fr.halle.checkout.service.UnpaidNames;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** What was typed at the till and never paid (GDPR art. 5). */
@Service
public class UnpaidNamesWork implements DueWork {

    @EJB
    private UnpaidNames checkouts;

    @Override
    public String name() {
        return "unpaid-names";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return checkouts.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        checkouts.forget(List.of(id));
    }

    @Override
    public boolean isTogether() {
        return true;
    }

    @Override
    public void workOnAll(List<Long> ids) {
        checkouts.forget(ids);
    }
}
