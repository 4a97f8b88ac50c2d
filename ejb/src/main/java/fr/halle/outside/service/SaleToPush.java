package fr.halle.outside.service;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a new order that was sold from a catalogue of the outside system (S31).
 *
 * @param lineId the order's line
 * @param productId the outside system's own ({@link OutsideProduct#id()})
 * @param label as the customer read it
 * @param startsOn with {@code endsOn}, or neither; @param startsAt with {@code endsAt}, or neither
 * @param totalCents what the customer pays for it, discounts taken off, VAT included
 */
public record SaleToPush(
        long lineId,
        String catalogue,
        String productId,
        String label,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @Nullable Integer adults,
        @Nullable Integer children,
        long quantity,
        long unitCents,
        long totalCents,
        int vatBp) {}
