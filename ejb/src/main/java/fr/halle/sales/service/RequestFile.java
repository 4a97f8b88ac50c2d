package fr.halle.sales.service;

/**
 * A file that goes with a message.
 *
 * @param name as it is saved under: without a path, and without what hides in a name
 * @param mediaType by its content, never by its name
 * @param bytes its size; 0 where it was too large to be kept, and only its name is
 */
public record RequestFile(long id, long messageId, String name, String mediaType, int bytes) {

    public boolean isLeft() {
        return bytes == 0;
    }
}
