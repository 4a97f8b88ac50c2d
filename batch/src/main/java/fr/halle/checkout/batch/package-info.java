/** What the clock does about checkouts nobody finished; how is the use cases' business. */
@org.jspecify.annotations.NullMarked
package fr.halle.checkout.batch;
