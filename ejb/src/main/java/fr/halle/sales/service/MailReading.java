package fr.halle.sales.service;

import fr.halle.shared.service.Secrets;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a mail as it came from the server, whoever wrote it and however badly. */
final class MailReading {

    private static final List<String> RECIPIENTS =
            List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc");
    private static final Pattern ID = Pattern.compile("<[^<>\\s]{1,400}>");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;\"()]{1,100}@[^\\s<>,;\"()]{1,200}");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FROM = 1000;
    private static final int LONGEST_ID = 400;
    private static final int LONGEST_QUOTE = 100_000;

    /** Of one header: each is looked for among the conversations. */
    private static final int MOST_ADDRESSES = 200;

    private MailReading() {}

    static InboundMail of(MimeMessage mail) throws MessagingException, IOException {
        boolean report = mail.isMimeType("multipart/report");
        List<InboundMail.Failed> failed = report ? MailReport.failed(mail) : List.of();
        MailParts parts = MailParts.of(mail);
        InternetAddress from = from(mail);
        String address = from == null || from.getAddress() == null
                ? ""
                : from.getAddress().toLowerCase(Locale.ROOT);
        String text = MessageWriting.clean(parts.own());
        String over = text.length() > MessageWriting.LONGEST ? text.substring(MessageWriting.LONGEST) + "\n" : "";
        return new InboundMail(
                id(mail, address, text),
                address,
                name(from, address),
                addresses(mail),
                answers(mail),
                text.substring(0, Math.min(text.length(), MessageWriting.LONGEST)),
                cut(MessageWriting.clean(over + parts.quoted())),
                isAuto(mail),
                parts.files(),
                parts.left(),
                failed,
                report);
    }

    private static String cut(String quoted) {
        return quoted.substring(0, Math.min(quoted.length(), LONGEST_QUOTE));
    }

    private static @Nullable InternetAddress from(MimeMessage mail) {
        try {
            Address[] from = mail.getFrom();
            return from != null && from.length > 0 && from[0] instanceof InternetAddress one ? one : null;
        } catch (AddressException illegible) {
            return null;
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String name(@Nullable InternetAddress from, String address) {
        String personal = from == null || from.toString().length() > LONGEST_FROM ? null : from.getPersonal();
        String name = MessageWriting.clean(personal == null || personal.isBlank() ? address : personal)
                .replace('\n', ' ');
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private static List<String> addresses(MimeMessage mail) throws MessagingException {
        List<String> found = new ArrayList<>();
        for (String header : RECIPIENTS) {
            String[] values = mail.getHeader(header);
            if (values != null) {
                Arrays.stream(values)
                        .flatMap(value -> ADDRESS.matcher(value).results())
                        .map(MatchResult::group)
                        .map(address -> address.toLowerCase(Locale.ROOT))
                        .limit(MOST_ADDRESSES)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static List<String> answers(MimeMessage mail) throws MessagingException {
        return Stream.of(mail.getHeader("In-Reply-To"), mail.getHeader("References"))
                .filter(values -> values != null)
                .flatMap(Arrays::stream)
                .flatMap(value -> ID.matcher(value).results())
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** RFC 3834, and what programs said before it. */
    private static boolean isAuto(MimeMessage mail) throws MessagingException {
        String submitted = header(mail, "Auto-Submitted");
        String precedence = header(mail, "Precedence");
        return !submitted.isEmpty() && !submitted.startsWith("no")
                || precedence.matches("bulk|junk|list|auto_reply")
                || !header(mail, "X-Autoreply").isEmpty()
                || !header(mail, "X-Autorespond").isEmpty()
                || !header(mail, "List-Id").isEmpty()
                || header(mail, "Return-Path").equals("<>");
    }

    private static String header(MimeMessage mail, String name) throws MessagingException {
        String[] values = mail.getHeader(name);
        return values == null || values.length == 0 || values[0] == null
                ? ""
                : values[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The same mail has the same, however often it is read. */
    private static String id(MimeMessage mail, String from, String text) throws MessagingException {
        String id = mail.getMessageID();
        return id == null || id.isBlank() || id.length() > LONGEST_ID
                ? "sha256:" + Secrets.sha256Hex(from + "\n" + header(mail, "Date") + "\n" + text)
                : MessageWriting.clean(id);
    }
}
