/** The provider's pages: the card page and the 3-D Secure page for the customer, the scenario page for the tester. */
@org.jspecify.annotations.NullMarked
package fr.halle.simulator.page;
