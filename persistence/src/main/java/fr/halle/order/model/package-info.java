/** What an order is once paid: the customer's order, one part per merchant, its prestations and its balance, and every move they can make. It knows no page and no provider. */
@org.jspecify.annotations.NullMarked
package fr.halle.order.model;
