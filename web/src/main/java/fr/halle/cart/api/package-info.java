/** The basket and the checkout for programs: a partner's site, a widget, a load test. Prices are answered and never taken. */
@org.jspecify.annotations.NullMarked
package fr.halle.cart.api;
