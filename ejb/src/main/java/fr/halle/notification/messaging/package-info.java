/** The message that wakes the sender. Only ids travel: the row is the truth, and a lost message costs ten seconds. */
@org.jspecify.annotations.NullMarked
package fr.halle.notification.messaging;
