package fr.halle.order.batch;

import fr.halle.order.service.Unaccepted;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** O18: parts that their merchants do not accept: a reminder, the operator, the end. */
@Service
public class UnacceptedWork implements DueWork {

    @EJB
    private Unaccepted unaccepted;

    @Override
    public String name() {
        return "unaccepted";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return unaccepted.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        unaccepted.advance(id);
    }
}
