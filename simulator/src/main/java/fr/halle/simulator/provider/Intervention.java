package fr.halle.simulator.provider;

import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.SQLException;

/** What a tester makes happen to one transaction or user at once, where a {@link Scenario} waits for the next one. */
public enum Intervention {
    /** The cardholder's bank takes this pay-in back. */
    CHARGEBACK {
        @Override
        public JsonObject on(Tx tx, String id) throws SQLException {
            return Disputes.chargeBack(tx, Time.hold(tx, Kind.PAYIN, id)).doc();
        }
    },
    /** The merchant's bank sends this payout back. */
    RETURN {
        @Override
        public JsonObject on(Tx tx, String id) throws SQLException {
            return Payouts.sendBack(tx, Time.hold(tx, Kind.PAYOUT, id)).doc();
        }
    },
    /** The papers of this merchant are in order. */
    VERIFY {
        @Override
        public JsonObject on(Tx tx, String id) throws SQLException {
            return Users.verify(tx, id).doc();
        }
    };

    public abstract JsonObject on(Tx tx, String id) throws SQLException;
}
