package fr.halle.catalog.service;

import java.time.Instant;
import java.time.LocalDate;

/** When a price is asked for; {@code today} is read in Paris. */
record Now(Instant instant, LocalDate today) {}
