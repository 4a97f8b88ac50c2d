/**
 * The stand-in for the outside system ("4807" in the documents): catalogues, sales and receipts behind the signed contract of
 * docs/outside-system.md, with its own books. It can be told to fail and knows nothing of the payment provider.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.simulator.outside;
