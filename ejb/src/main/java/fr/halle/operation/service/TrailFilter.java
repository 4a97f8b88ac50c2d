package fr.halle.operation.service;

import fr.halle.order.service.Span;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in the trail; empty texts and nulls are for any.
 *
 * @param who a piece of the name or login of whoever did it
 * @param about an order's or a part's number, a setting's key, any piece of what was written down
 * @param merchant a piece of the name of the merchant whom it concerns
 * @param portalId one of the operator's portals
 */
public record TrailFilter(
        String who,
        String about,
        String merchant,
        @Nullable TrailKind kind,
        @Nullable Long portalId,
        Span days) {

    public static final TrailFilter ALL = new TrailFilter("", "", "", null, null, Span.ANY);
}
