/** The basket: what a customer has put in it, of many merchants, with today's prices and what is missing to order. It knows no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.cart.service;
