package fr.halle.simulator.provider;

import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Store;
import fr.halle.simulator.store.Tx;
import java.sql.SQLException;

/**
 * What happens without being asked: a card page expires, a bank answers a payout, sends one back, takes a payment back. A clock
 * calls {@link #tick}; who asks about a resource meanwhile sees it as it has become.
 */
public final class Time {

    private static final int AT_ONCE = 50;

    private Time() {}

    /** Does what is due. @return how many resources it touched */
    public static int tick(Store store) {
        return store.inTransaction(tx -> {
            int touched = 0;
            for (Resource each : tx.due(AT_ONCE)) {
                pass(tx, each);
                touched++;
            }
            return touched;
        });
    }

    /** The resource as it is now: a payout is settled by asking, anything else when its time has come. */
    static Resource look(Tx tx, Kind kind, String id) throws SQLException {
        Resource found = tx.find(kind, id).orElseThrow(() -> ApiProblem.notFound(kind, id));
        return waits(tx, found) ? pass(tx, hold(tx, kind, id)) : found;
    }

    /** As {@link #look}, held until the transaction ends. */
    static Resource hold(Tx tx, Kind kind, String id) throws SQLException {
        Resource held = tx.lock(kind, id).orElseThrow(() -> ApiProblem.notFound(kind, id));
        return waits(tx, held) ? pass(tx, held) : held;
    }

    private static boolean waits(Tx tx, Resource resource) {
        boolean sentToBank = resource.kind() == Kind.PAYOUT && resource.is("CREATED");
        return sentToBank || resource.isDue(tx.now());
    }

    private static Resource pass(Tx tx, Resource held) throws SQLException {
        if (!waits(tx, held)) {
            return held;
        }
        if (held.kind() == Kind.PAYOUT) {
            if (held.is("CREATED")) {
                return Payouts.settle(tx, held);
            }
            Payouts.sendBack(tx, held);
            return held.due(null);
        }
        if (held.is("CREATED")) {
            return PayIns.fail(tx, held, ResultCode.PAGE_EXPIRED);
        }
        Disputes.chargeBack(tx, held);
        return held.due(null);
    }
}
