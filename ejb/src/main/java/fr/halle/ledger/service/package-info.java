/** Writes the journal and reads it back; it knows no order and no merchant but by number. */
@org.jspecify.annotations.NullMarked
package fr.halle.ledger.service;
