package fr.halle.sales.service;

import fr.halle.shared.model.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Fired in the transaction in which the stay's dates change (S19, K24). An observer may refuse what was not confirmed.
 *
 * @param confirmed whether somebody was told what follows and said yes
 */
public record RequestDatesChanged(
        long requestId,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        Actor actor,
        boolean confirmed) {}
