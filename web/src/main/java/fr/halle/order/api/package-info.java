/** The merchant's side of the API: its parts, and their moves. What may be done is decided by the services. */
@org.jspecify.annotations.NullMarked
package fr.halle.order.api;
