/**
 * The resource adapter through which the application sends and receives messages: an Artemis broker inside this process, its
 * journal on disk, or an external one where {@code halle.jms.url} names it. It knows nothing of what the messages mean.
 */
@org.jspecify.annotations.NullMarked
package fr.halle.broker;
