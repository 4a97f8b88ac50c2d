/** Where people are invited to work for a merchant, and choose, change and forget their passwords. It knows no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.team.web;
