/** The basket as a visitor fills it: pages that work without script. It knows the cart's use case and no payment. */
@org.jspecify.annotations.NullMarked
package fr.halle.cart.web;
