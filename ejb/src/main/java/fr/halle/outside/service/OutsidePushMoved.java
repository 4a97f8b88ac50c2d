package fr.halle.outside.service;

import fr.halle.outside.model.OutsidePushAct;
import fr.halle.outside.model.OutsidePushTransition;

/**
 * Something on its way to the outside system made a move; fired in the same transaction.
 *
 * @param receipt the number it was answered with, empty before
 */
public record OutsidePushMoved(
        long pushId,
        long requestId,
        long lineId,
        OutsidePushAct act,
        OutsidePushTransition transition,
        String receipt) {}
