package fr.halle.checkout.service;

import fr.halle.order.model.Why;
import fr.halle.order.service.ReplacedPart;
import fr.halle.shared.model.Actor;

/**
 * A substitution that is being written.
 *
 * @param held what was called off for it
 * @param partId of the new part, the only one of its order
 */
record Replacement(
        long id,
        ReplacedPart held,
        long partId,
        String number,
        long orderId,
        Coverage coverage,
        Why why,
        Actor actor) {}
