package fr.halle.order.service;

/** By which of its days a part is found: the one it was ordered on, or the one its merchant has to serve it on. */
public enum DayAxis {
    /** In Paris, whatever the server's own zone. */
    ORDERED,
    /** Of the pickup, the lesson, the arrival. */
    SERVED
}
