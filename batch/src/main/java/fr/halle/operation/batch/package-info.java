/** The jobs of the clock: what they work on, when they start, and how they are watched. What is done to an item is a use case of its capability. */
@org.jspecify.annotations.NullMarked
package fr.halle.operation.batch;
