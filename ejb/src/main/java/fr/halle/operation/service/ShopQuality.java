package fr.halle.operation.service;

import org.jspecify.annotations.Nullable;

/**
 * How one shop kept its promises over some days (O18).
 *
 * @param parts what was ordered of it
 * @param medianMinutes from the order to its acceptance; null where it accepted none
 * @param acceptedInTime of a hundred, those accepted within {@link QualityDesk#PROMISED}; null where it accepted none
 * @param cancelled of a hundred
 * @param late of a hundred that were to be collected or delivered by now, those that were not by the end of their day
 */
public record ShopQuality(
        String shop,
        String merchant,
        String portal,
        long parts,
        @Nullable Long medianMinutes,
        @Nullable Long acceptedInTime,
        long cancelledCount,
        long cancelled,
        long lateCount,
        @Nullable Long late) {}
