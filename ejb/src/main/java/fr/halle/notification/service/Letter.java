package fr.halle.notification.service;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter before it is HTML or plain text: both are written from this one, so they say the same. It is kept with its message, as
 * JSON, and written anew whenever somebody reads it: its words stay, its dress is today's. Texts may hold {@link Phrase#BOLD} and
 * nothing else that is markup.
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

    /** The same, whose button opens nothing any more. */
    Letter withoutLink() {
        return new Letter(
                language,
                brand,
                sender,
                replyTo,
                subject,
                preview,
                progress,
                title,
                picture,
                blocks,
                button == null
                        ? null
                        : new Link(button.words(), button.address().replaceFirst("token=.*", "token=")),
                footer);
    }

    /** Who wrote and with which footer, and nothing that was said. */
    Letter emptied() {
        return new Letter(language, brand, sender, "", subject, "", null, title, null, List.of(), null, footer);
    }

    /** The portal's face. @param accent its colour, as {@code #a61f36} */
    record Brand(String name, String home, String logo, String accent) {}

    /** The steps of a part and the one it is at (C14). */
    record Progress(List<String> steps, int now) {}

    record Picture(String address, String alternative) {}

    record Link(String words, String address) {}

    /** @param answer what a reply does, or nothing */
    record Footer(String speaker, String answer, String operator, List<Link> links) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({
        @JsonSubTypes.Type(Paragraph.class),
        @JsonSubTypes.Type(Table.class),
        @JsonSubTypes.Type(Steps.class),
        @JsonSubTypes.Type(Code.class)
    })
    sealed interface Block permits Paragraph, Table, Steps, Code {}

    record Paragraph(String text) implements Block {}

    record Table(List<Line> lines) implements Block {}

    /** What to do next, in its order. */
    record Steps(String title, List<String> steps) implements Block {}

    /** What its reader shows somebody who must not read it in our pages (K17). @param picture of the same, nothing where it is hidden */
    record Code(String say, String code, String picture, String alternative) implements Block {

        private static final String HIDDEN = "•••-•••";

        Code hidden() {
            return new Code(say, HIDDEN, "", "");
        }
    }

    /** For whoever is not its recipient: what the recipient is to show stays the recipient's. */
    Letter withoutCodes() {
        List<Block> kept = blocks.stream()
                .map(block -> block instanceof Code code ? code.hidden() : block)
                .toList();
        return new Letter(
                language, brand, sender, replyTo, subject, preview, progress, title, picture, kept, button, footer);
    }

    /** How a line of a table is written: an item in ink, what is said of it softer, a sum bold. */
    enum Weight {
        SOFT,
        INK,
        BOLD
    }

    /** @param small beside the label, such as the unit a thing is sold in */
    record Line(String label, String small, String value, Weight weight) {

        static Line of(String label, String value) {
            return new Line(label, "", value, Weight.SOFT);
        }

        static Line item(String label, String small, String value) {
            return new Line(label, small, value, Weight.INK);
        }

        static Line heading(String label, String small, String value) {
            return new Line(label, small, value, Weight.BOLD);
        }

        static Line strong(String label, String value) {
            return new Line(label, "", value, Weight.BOLD);
        }
    }
}
