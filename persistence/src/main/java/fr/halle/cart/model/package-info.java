/** What a customer has chosen and not yet ordered. Prices are never kept here: they are computed at every look. */
@org.jspecify.annotations.NullMarked
package fr.halle.cart.model;
