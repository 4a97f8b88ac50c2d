/** An order as its people see it. The customer's pages are opened by a private token, a merchant's by who signed in. */
@org.jspecify.annotations.NullMarked
package fr.halle.order.web;
