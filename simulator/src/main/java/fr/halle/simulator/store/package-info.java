/**
 * The provider's own books in its own PostgreSQL: documents, movements of money, events, answers already given. It knows how to
 * keep them together in one transaction, and nothing of what they mean.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.simulator.store;
