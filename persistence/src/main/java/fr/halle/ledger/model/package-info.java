/** Accounts, journal entries and their postings, and the tariff of fees. It knows no order and no merchant but by number. */
@org.jspecify.annotations.NullMarked
package fr.halle.ledger.model;
