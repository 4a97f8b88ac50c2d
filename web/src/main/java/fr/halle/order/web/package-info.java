/** What a merchant and an operator see of the parts of orders, and what they do to them. It decides nothing: services say what may be done. */
@org.jspecify.annotations.NullMarked
package fr.halle.order.web;
