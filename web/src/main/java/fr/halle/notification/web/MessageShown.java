package fr.halle.notification.web;

/**
 * A message in a list: all of it words of the page's language.
 *
 * @param icon of its channel
 * @param kind what it tells
 * @param when it left, or is tried again
 * @param tone the shop stylesheet's name of its state: ok, wait, warn or bad
 * @param mark the back office's
 * @param ofSeveral whether it tells of several merchants' parts
 */
public record MessageShown(
        long id,
        String icon,
        String channel,
        String kind,
        String recipient,
        String subject,
        String number,
        String portal,
        String when,
        String state,
        String tone,
        String mark,
        String error,
        boolean waiting,
        boolean dead,
        boolean ofSeveral) {}
