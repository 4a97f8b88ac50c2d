package fr.halle.order.service;

import fr.halle.order.model.Why;
import fr.halle.shared.model.Actor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some lines of a part were cancelled and the others live on (K9); fired in the same transaction.
 *
 * @param cents what goes back to the customer
 * @param replaced whether another order takes their place, of which the customer is told together with it (K10)
 */
public record LinesCancelled(long partId, Set<Long> lines, Actor actor, Why why, long cents, boolean replaced) {

    public LinesCancelled {
        lines = Set.copyOf(lines);
    }

    /** What of it a letter carries. */
    Map<String, String> told() {
        Map<String, String> told = new HashMap<>();
        told.put("reason", why.words());
        told.put("lines", lines.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        told.put("cents", Long.toString(cents));
        if (why.reason() != null) {
            told.put("code", why.reason().name());
        }
        return told;
    }
}
