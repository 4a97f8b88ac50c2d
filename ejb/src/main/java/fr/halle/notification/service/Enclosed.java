package fr.halle.notification.service;

/**
 * A file that travels with a mail.
 *
 * @param type its media type
 */
public record Enclosed(String fileName, String type, byte[] content) {}
