/** Signing in, tokens for the API, and the trace of who did what. It knows no order: what somebody may do to a thing is decided by that thing's capability. */
@org.jspecify.annotations.NullMarked
package fr.halle.identity.service;
