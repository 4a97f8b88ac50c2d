package fr.halle.sales.service;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Walks through a mail: the words of its best alternative, and its files as far as they may be kept. */
final class MailParts {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;

    private final List<String> own = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();
    private final List<NewFile> files = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private long together;
    private int seen;

    static MailParts of(Part mail) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.walk(mail, 0);
        return parts;
    }

    String own() {
        return String.join("\n\n", own).strip();
    }

    String quoted() {
        return String.join("\n\n", quoted).strip();
    }

    List<NewFile> files() {
        return files;
    }

    /** Names of what was too large. */
    List<String> left() {
        return left;
    }

    private void walk(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST || ++seen > MOST_PARTS) {
            return;
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            if (part.isMimeType("multipart/alternative")) {
                alternative(several, depth);
            } else {
                for (int i = 0; i < several.getCount(); i++) {
                    walk(several.getBodyPart(i), depth + 1);
                }
            }
        } else if (isWords(part)) {
            say(part);
        } else {
            keep(part);
        }
    }

    /** The plain one where it says anything, else whatever comes last that we can read. */
    private void alternative(Multipart several, int depth) throws MessagingException, IOException {
        BodyPart best = null;
        for (int i = 0; i < several.getCount(); i++) {
            BodyPart one = several.getBodyPart(i);
            if (one.isMimeType("text/plain") && !MailText.of(one).isBlank()) {
                best = one;
                break;
            }
            if (one.isMimeType("text/html") || one.isMimeType("multipart/*")) {
                best = one;
            }
        }
        if (best != null) {
            walk(best, depth + 1);
        }
    }

    private static boolean isWords(Part part) throws MessagingException {
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name(part) != null;
        return !attached && (part.isMimeType("text/plain") || part.isMimeType("text/html"));
    }

    private void say(Part part) throws MessagingException, IOException {
        String text = MailText.of(part);
        QuoteCut cut = part.isMimeType("text/html") ? HtmlText.of(text) : QuoteCut.of(text);
        own.add(cut.own());
        if (!cut.quoted().isEmpty()) {
            quoted.add(cut.quoted());
        }
    }

    private void keep(Part part) throws MessagingException, IOException {
        String name = Objects.requireNonNullElse(name(part), ending(part));
        byte[] content;
        try (InputStream stream = part.getInputStream()) {
            content = stream.readNBytes(RequestFiles.MOST_BYTES + 1);
        } catch (IOException broken) {
            left.add(FileTypes.name(name));
            return;
        }
        List<NewFile> wrapped =
                content.length > RequestFiles.MOST_BYTES ? List.of() : Winmail.files(content, MOST_PARTS - seen);
        if (wrapped.isEmpty()) {
            take(name, content);
        } else {
            seen += wrapped.size();
            wrapped.forEach(file -> take(file.name(), file.content()));
        }
    }

    private void take(String name, byte[] content) {
        boolean fits = content.length <= RequestFiles.MOST_BYTES
                && together + content.length <= RequestFiles.MOST_TOGETHER
                && files.size() < RequestFiles.MOST_FILES;
        if (!fits) {
            left.add(FileTypes.name(name));
        } else if (content.length > 0) {
            together += content.length;
            files.add(new NewFile(name, content));
        }
    }

    private static @Nullable String name(Part part) {
        try {
            return Optional.ofNullable(part.getFileName()).map(MailText::words).orElse(null);
        } catch (MessagingException illegible) {
            return "fichier";
        }
    }

    /** {@code fichier.png} for a picture that has no name. */
    private static String ending(Part part) throws MessagingException {
        String type = part.getContentType().toLowerCase(Locale.ROOT).replaceFirst("(?s)[;\\s].*", "");
        String after = type.substring(type.lastIndexOf('/') + 1).replaceAll("[^a-z0-9]", "");
        return "fichier" + (after.isEmpty() || after.length() > 5 ? "" : "." + after);
    }
}
