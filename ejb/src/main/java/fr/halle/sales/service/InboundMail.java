package fr.halle.sales.service;

import java.util.List;

/**
 * A mail as it was read: nothing in it is believed, all of it is text.
 *
 * @param id its Message-ID, else a fingerprint of it
 * @param from the address it claims to come from, in lower case
 * @param name beside that address, else the address
 * @param to every address that its headers say it was sent or delivered to
 * @param answers the Message-IDs it says it answers
 * @param text what was written
 * @param quoted what it repeats of the mails before it
 * @param auto a machine wrote it
 * @param left names of files that were too large to be kept
 * @param bounced what it says did not arrive; empty for a mail that is no such report
 */
record InboundMail(
        String id,
        String from,
        String name,
        List<String> to,
        List<String> answers,
        String text,
        String quoted,
        boolean auto,
        List<NewFile> files,
        List<String> left,
        List<Failed> bounced,
        boolean report) {

    InboundMail {
        to = List.copyOf(to);
        answers = List.copyOf(answers);
        files = List.copyOf(files);
        left = List.copyOf(left);
        bounced = List.copyOf(bounced);
    }

    /** One recipient who did not get a mail. @param messageId which the report repeats */
    record Failed(String messageId, String recipient) {}
}
