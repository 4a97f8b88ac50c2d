package fr.halle.notification.model;

/** How a message travels. */
public enum Channel {
    MAIL,
    /** Text only, and no personal data in it. */
    SMS
}
