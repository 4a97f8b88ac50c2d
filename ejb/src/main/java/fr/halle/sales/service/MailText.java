package fr.halle.sales.service;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a part of a mail, by whatever charset its program wrote them in. What says Latin-1 means Windows-1252, as browsers know;
 * what names a charset that nobody has, UTF-7 among them, is read as the bytes it is and never refused for it.
 */
final class MailText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Pattern FLOWED = Pattern.compile("(?i);\\s*format\\s*=\\s*\"?flowed\\b");
    private static final Pattern DEL_SP = Pattern.compile("(?i);\\s*delsp\\s*=\\s*\"?yes\\b");
    private static final String SIGNATURE = "-- ";

    /** More than a person writes in one mail, and less than fills a memory. */
    private static final int MOST_BYTES = 2_000_000;

    /** What is longer is no header that a person reads. */
    private static final int LONGEST_HEADER = 1000;

    private MailText() {}

    static String of(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream content = part.getInputStream()) {
            bytes = content.readNBytes(MOST_BYTES);
        } catch (IOException broken) {
            // A transfer encoding that is none, or is cut off: what is there without it.
            return "";
        }
        String text = decoded(bytes, charset(part.getContentType()));
        return FLOWED.matcher(part.getContentType()).find()
                ? unflowed(text, DEL_SP.matcher(part.getContentType()).find())
                : text;
    }

    /** RFC 3676: a line that ends with a space goes on with the next one of the same depth, but for a signature's. */
    private static String unflowed(String text, boolean withoutItsSpace) {
        StringBuilder out = new StringBuilder();
        String goesOn = null;
        for (String line : text.split("\r?\n", -1)) {
            String marks = line.substring(
                    0, line.length() - line.replaceFirst("^>+", "").length());
            String words = line.substring(marks.length()).replaceFirst("^ ", "");
            if (!marks.equals(goesOn) || words.equals(SIGNATURE)) {
                out.append(out.isEmpty() ? "" : "\n").append(marks.isEmpty() ? "" : marks + " ");
            }
            boolean flows = words.endsWith(" ") && !words.equals(SIGNATURE);
            out.append(words, 0, words.length() - (flows && withoutItsSpace ? 1 : 0));
            goesOn = flows ? marks : null;
        }
        return out.toString();
    }

    static String decoded(byte[] bytes, @Nullable Charset said) {
        if (said != null && !said.equals(StandardCharsets.UTF_8)) {
            return new String(bytes, said);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, WINDOWS);
        }
    }

    /** Null where it names none that there is. */
    private static @Nullable Charset charset(String contentType) {
        try {
            String name = Optional.ofNullable(new ContentType(contentType).getParameter("charset"))
                    .orElse("utf-8")
                    .toLowerCase(Locale.ROOT);
            if (name.equals("iso-8859-1") || name.equals("us-ascii")) {
                return name.equals("us-ascii") ? StandardCharsets.UTF_8 : WINDOWS;
            }
            return Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** A file's name, encoded or not; as it stands where it cannot be decoded. Of a long one its end, which says what it is. */
    static String words(String header) {
        String read = header.substring(Math.max(0, header.length() - LONGEST_HEADER));
        try {
            return MimeUtility.decodeText(read);
        } catch (UnsupportedEncodingException unknown) {
            return read;
        }
    }
}
