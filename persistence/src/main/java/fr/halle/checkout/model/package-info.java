/** What is promised while the customer is at the provider's page, from the cart to the order; it knows the cart, the order and the payment. */
@org.jspecify.annotations.NullMarked
package fr.halle.checkout.model;
