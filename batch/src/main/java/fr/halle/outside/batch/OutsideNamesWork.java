package fr.halle.outside.batch;

import fr.halle.outside.service.OldNames;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** T09: names of customers that nobody needs any more in what was told outside. */
@Service
public class OutsideNamesWork implements DueWork {

    @EJB
    private OldNames names;

    @Override
    public String name() {
        return "outside-names";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return names.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        names.forget(List.of(id));
    }

    @Override
    public boolean isTogether() {
        return true;
    }

    @Override
    public void workOnAll(List<Long> ids) {
        names.forget(ids);
    }
}
