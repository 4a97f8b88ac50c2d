/** Tells people what happened: queued with the fact it tells, rendered and sent after it, once. It listens to all and nobody needs it. */
@org.jspecify.annotations.NullMarked
package fr.halle.notification.service;
