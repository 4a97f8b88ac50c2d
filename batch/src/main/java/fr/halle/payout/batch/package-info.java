/** What the clock does about merchants' money; how is the use cases' business. */
@org.jspecify.annotations.NullMarked
package fr.halle.payout.batch;
