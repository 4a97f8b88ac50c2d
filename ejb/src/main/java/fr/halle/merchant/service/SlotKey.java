package fr.halle.merchant.service;

import java.time.Instant;

/** One half-hour of one shop, as the database counts who comes then. */
public record SlotKey(long shopId, Instant start) {}
