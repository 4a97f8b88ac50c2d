package fr.halle.sales.service;

import fr.halle.sales.service.InboundMail.Failed;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A report of a mail server that something of ours did not arrive (RFC 3464): what, and to whom. A delay is no failure. */
final class MailReport {

    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*(<[^<>\\s]{1,400}>)");
    private static final Pattern RECIPIENT =
            Pattern.compile("(?im)^(?:final|original)-recipient:\\s*rfc822\\s*;\\s*(\\S+)");
    private static final Pattern ACTION = Pattern.compile("(?im)^action:\\s*(\\w+)");
    private static final int MOST_BYTES = 200_000;

    /** A mail of ours has one recipient. */
    private static final int MOST_RECIPIENTS = 20;

    private MailReport() {}

    static List<Failed> failed(MimeMessage mail) throws MessagingException, IOException {
        List<Failed> failed = new ArrayList<>();
        if (!(mail.getContent() instanceof Multipart several)) {
            return failed;
        }
        String status = "";
        String original = "";
        for (int i = 0; i < several.getCount(); i++) {
            Part part = several.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status = raw(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                original = raw(part);
            }
        }
        Matcher id = MESSAGE_ID.matcher(original);
        Matcher action = ACTION.matcher(status);
        boolean gone = action.find() && action.group(1).equalsIgnoreCase("failed");
        if (gone && id.find()) {
            Matcher recipient = RECIPIENT.matcher(status);
            while (recipient.find() && failed.size() < MOST_RECIPIENTS) {
                failed.add(new Failed(id.group(1), recipient.group(1).toLowerCase(Locale.ROOT)));
            }
        }
        return failed;
    }

    private static String raw(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        }
    }
}
