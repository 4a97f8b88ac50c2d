/** What left by mail and SMS, as it arrives: the demo's outbox, and the messages of the back office. */
@org.jspecify.annotations.NullMarked
package fr.halle.notification.web;
