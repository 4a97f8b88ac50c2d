/**
 * The embedded default: starts a PostgreSQL on a folder of the project's own, then Payara Micro with the broker, the provider's
 * simulator and the application, and says in one sentence why it cannot. It knows no business.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.launcher;
