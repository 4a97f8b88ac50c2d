/** Signing in to the back office, the shell of its pages, who is acting in this request. It knows no order. */
@org.jspecify.annotations.NullMarked
package fr.halle.identity.web;
