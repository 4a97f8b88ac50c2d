/** Who may sign in to the back office, and as what. It knows no password's check and no page. */
@org.jspecify.annotations.NullMarked
package fr.halle.identity.model;
