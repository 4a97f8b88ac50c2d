package fr.halle.operation.batch;

import java.time.Instant;

/** An item that a job could not work on, and will try again. */
public record JobItemFailure(String work, long itemId, String error, int times, Instant lastAt) {}
