package fr.halle.order.service;

import fr.halle.order.model.CompletionRule;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is still missing before a part can be completed (K17).
 *
 * @param opensAt when the merchant can, where it waits for the slot
 * @param byItselfOn the day on which the clock does, where it is the clock's
 */
public record Awaited(
        CompletionRule rule,
        @Nullable Instant opensAt,
        @Nullable LocalDate byItselfOn) {}
