/** What the clock does about orders; how is the use cases' business. */
@org.jspecify.annotations.NullMarked
package fr.halle.order.batch;
