/** The order button for programs, and how its refusals are told. */
@org.jspecify.annotations.NullMarked
package fr.halle.checkout.api;
