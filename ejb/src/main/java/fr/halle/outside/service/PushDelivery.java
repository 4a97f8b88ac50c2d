package fr.halle.outside.service;

import com.fasterxml.jackson.databind.JsonNode;
import fr.halle.outside.service.OutsideAnswer.NotTaken;
import fr.halle.outside.service.OutsideAnswer.Refused;
import fr.halle.outside.service.OutsideAnswer.Told;
import fr.halle.outside.service.OutsideAnswer.Unknown;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import fr.halle.shared.service.Transactions;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Sends what waits. The row is marked before the call and after it, and no lock is held meanwhile; what may have arrived is asked for by
 * its key before it is sent again. No method may be called in a transaction.
 */
@Service
public class PushDelivery {

    private static final int NOT_FOUND = 404;

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Transactions transactions;

    @Inject
    private PushSteps steps;

    @Inject
    private OutsideAccounts accounts;

    @Inject
    private OutsideHttp http;

    /** What waits and whose turn has come, by id: as it was written, so that a sale goes before its cancellation. */
    public List<Long> due(long afterId, int most) {
        return sql.list(
                "select id from outside_push where next_try_at <= ? and id > ? order by id limit ?",
                row -> row.number("id"),
                clock.instant(),
                afterId,
                most);
    }

    /** Sends one, or asks what became of it. Harmless when somebody else does so at the same time, or did. */
    public void deliver(long id) {
        Optional<OutsidePush> claimed = transactions.inNew(() -> steps.claim(id));
        claimed.ifPresent(push -> {
            OutsideAnswer<OutsideReceipt> answer = tell(push);
            transactions.inNew(() -> steps.record(push.id(), answer));
        });
    }

    private OutsideAnswer<OutsideReceipt> tell(OutsidePush push) {
        Optional<OutsideAccount> account = accounts.of(push.deskId());
        if (account.isEmpty()) {
            return new NotTaken<>("no account at the outside system");
        }
        if (!push.isSale()) {
            return read(http.post(account.get(), OutsidePaths.cancellation(push.key()), push.key(), push.body()));
        }
        if (push.mayHaveArrived()) {
            OutsideAnswer<JsonNode> known = http.get(account.get(), OutsidePaths.sale(push.key()));
            boolean never = known instanceof Refused<JsonNode> refused && refused.status() == NOT_FOUND;
            if (!never) {
                return read(known);
            }
        }
        return read(http.post(account.get(), OutsidePaths.sales(), push.key(), push.body()));
    }

    private static OutsideAnswer<OutsideReceipt> read(OutsideAnswer<JsonNode> answer) {
        if (answer instanceof Told<JsonNode> told) {
            return OutsideReceipt.of(told.value());
        }
        if (answer instanceof Refused<JsonNode> refused) {
            return new Refused<>(refused.status(), refused.type(), refused.text());
        }
        return answer instanceof NotTaken<JsonNode> not ? new NotTaken<>(not.cause()) : new Unknown<>(answer.cause());
    }
}
