/**
 * The people of the back office as they come, change and go: a merchant's team, invitations, passwords chosen, changed and forgotten.
 * It knows no order and no money.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.team.service;
