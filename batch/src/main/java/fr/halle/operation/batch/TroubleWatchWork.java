package fr.halle.operation.batch;

import fr.halle.operation.service.TroubleCause;
import fr.halle.operation.service.Troubles;
import fr.halle.shared.batch.DueWork;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Transactions;
import jakarta.inject.Inject;
import java.util.List;

/**
 * O16: compares what stands in Erreur with what holds, cause by cause (the id is the cause's place): what nobody told of is found, what
 * has passed is taken off.
 */
@Service
public class TroubleWatchWork implements DueWork {

    @Inject
    private Troubles troubles;

    @Inject
    private Transactions transactions;

    @Override
    public String name() {
        return "error-watch";
    }

    @Override
    public List<Long> due(long afterId, int most) {
        return troubles.wrong().stream()
                .map(cause -> cause.ordinal() + 1L)
                .filter(place -> place > afterId)
                .limit(most)
                .toList();
    }

    @Override
    public void workOn(long id) {
        TroubleCause cause = TroubleCause.values()[(int) id - 1];
        transactions.inNew(() -> {
            troubles.sweep(cause);
            return cause;
        });
    }
}
