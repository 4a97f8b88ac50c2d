/** What is told to whom, by mail or SMS. It listens to all and nobody uses it. */
@org.jspecify.annotations.NullMarked
package fr.halle.notification.model;
