package fr.halle.ledger.service;

import fr.halle.ledger.model.JournalEntry;
import java.time.Instant;

/** An entry as it stands in the journal. */
public record PostedEntry(long id, Instant occurredAt, JournalEntry entry) {}
