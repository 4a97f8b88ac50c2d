/** The two addresses that the provider knows: where customers come back, where it calls. Neither believes a word of the address. */
@org.jspecify.annotations.NullMarked
package fr.halle.payment.web;
