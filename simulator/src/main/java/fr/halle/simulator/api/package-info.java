/**
 * The provider's API over HTTP: who may call, one answer per idempotency key, the mishaps of an answer. What the calls do is the
 * provider's affair.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.simulator.api;
