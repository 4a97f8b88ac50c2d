package fr.halle.operation.service;

import fr.halle.order.model.MerchantOrderState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that stands in Erreur.
 *
 * @param subjectId the refund, payment, share, payout, message or part, by its cause
 * @param part its number, else its order's, else empty
 * @param partState null where it is about no part
 * @param before the state that the part came to ERROR from
 * @param times how often it was met
 * @param message the last words about it
 */
public record Trouble(
        long id,
        TroubleCause cause,
        long subjectId,
        long portalId,
        String portal,
        String part,
        @Nullable Long partId,
        @Nullable MerchantOrderState partState,
        @Nullable MerchantOrderState before,
        @Nullable Long merchantId,
        String merchant,
        long cents,
        Instant since,
        Instant lastAt,
        int times,
        String message,
        @Nullable Instant replayedAt) {}
