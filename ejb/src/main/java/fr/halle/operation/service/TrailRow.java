package fr.halle.operation.service;

import fr.halle.shared.model.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deed of the trail.
 *
 * @param onBehalfOf the merchant for whom the operator did it
 * @param portal its name; null where it is of all portals
 * @param subjectName the words of whom or what it was done to, where the subject is only its number
 * @param network where it came from, shortened; null for the clock and the system
 */
public record TrailRow(
        long id,
        Instant at,
        Actor.Kind kind,
        String who,
        @Nullable String onBehalfOf,
        @Nullable String portal,
        String action,
        String subject,
        String detail,
        @Nullable String network,
        @Nullable String subjectName) {}
