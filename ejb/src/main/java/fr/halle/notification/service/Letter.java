package fr.halle.notification.service;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it is HTML or plain text: both are written from this one, so they say the same. Texts may hold {@link Phrase#BOLD}
 * and nothing else that is markup.
 *
 * @param sender the name it comes from
 * @param replyTo who reads the answer
 * @param preview what an inbox shows beside the subject
 * @param footer who speaks, then the operator's own words, which nobody else can change (K27)
 */
record Letter(
        String language,
        Brand brand,
        String sender,
        String replyTo,
        String subject,
        String preview,
        @Nullable Progress progress,
        String title,
        @Nullable Picture picture,
        List<Block> blocks,
        @Nullable Link button,
        Footer footer) {

    /** The portal's face. @param accent its colour, as {@code #a61f36} */
    record Brand(String name, String home, String logo, String accent) {}

    /** The steps of a part and the one it is at (C14). */
    record Progress(List<String> steps, int now) {}

    record Picture(String address, String alternative) {}

    record Link(String words, String address) {}

    /** @param answer what a reply does, or nothing */
    record Footer(String speaker, String answer, String operator, List<Link> links) {}

    sealed interface Block permits Paragraph, Table {}

    record Paragraph(String text) implements Block {}

    record Table(List<Line> lines) implements Block {}

    /** @param small beside the label, such as the unit a thing is sold in */
    record Line(String label, String small, String value, boolean strong) {

        static Line of(String label, String value) {
            return new Line(label, "", value, false);
        }

        static Line strong(String label, String value) {
            return new Line(label, "", value, true);
        }
    }
}
