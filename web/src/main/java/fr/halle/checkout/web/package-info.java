/** The checkout as a visitor sees it, and the words of what is in its way. It never sees a card number: that is the provider's page. */
@org.jspecify.annotations.NullMarked
package fr.halle.checkout.web;
