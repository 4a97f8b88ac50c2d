/** What goes to the merchants' banks and when: the payout rule, the payout itself. It knows no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.payout.model;
