/** From the order button to the order: claims what is scarce, freezes the draft, has it paid, and turns what was accepted into an order or gives it back. */
@org.jspecify.annotations.NullMarked
package fr.halle.checkout.service;
