/** What the clock does about payments and refunds; how is the use cases' business. */
@org.jspecify.annotations.NullMarked
package fr.halle.payment.batch;
