/**
 * What every capability speaks: money, who acts, a row of a lifecycle's table, a refusal, the clock. It knows no merchant, no
 * order and no payment.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.shared.model;
