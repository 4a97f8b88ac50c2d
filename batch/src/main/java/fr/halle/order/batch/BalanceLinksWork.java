package fr.halle.order.batch;

import fr.halle.order.service.BalanceLinks;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import java.util.List;

/** T01: the link to pay a balance, its reminder, and what was missed. */
@Service
public class BalanceLinksWork implements DueWork {

    @EJB
    private BalanceLinks balances;

    @Override
    public String name() {
        return "balance-links";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return balances.due(afterId, most);
    }

    @Override
    public void workOn(long id) {
        balances.advance(id);
    }
}
