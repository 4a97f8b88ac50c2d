package fr.halle.checkout.service;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;

/** A checkout that comes to nothing: what it held goes back on the shelf, in the same transaction. */
@Service
class CheckoutEnding {

    @Inject
    private Sql sql;

    @Inject
    private HalleClock clock;

    @Inject
    private Claims claims;

    /** The customer pressed the button again: only the newer checkout holds anything. */
    void supersede(long checkoutId) {
        end(checkoutId, "FAILED");
    }

    /** The payment was refused or abandoned. */
    void fail(long checkoutId) {
        end(checkoutId, "FAILED");
    }

    void expire(long checkoutId) {
        end(checkoutId, "EXPIRED");
    }

    /** One that is over already is left as it is. */
    private void end(long checkoutId, String state) {
        int ended = sql.update(
                "update checkout set state = ?, ended_at = ? where id = ? and state = 'PENDING'",
                state,
                clock.instant(),
                checkoutId);
        if (ended == 1) {
            claims.giveBackAll(checkoutId);
        }
    }
}
