package fr.halle.notification.service;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A mail server: {@code smtp://user:password@host:port}, {@code smtps://…}; STARTTLS wherever the server offers it. */
final class SmtpTransport implements MailTransport {

    private static final Logger LOG = Logger.getLogger(SmtpTransport.class.getName());
    private static final String TIME_TO_CONNECT_MILLIS = "5000";

    /**
     * A server that looks for viruses before it says that it took a mail takes its time; who does not wait for it sends the mail again
     * (RFC 5321, 4.5.3.2). With the patience of a sender it lies within the lease.
     */
    private static final String TIME_TO_ANSWER_MILLIS = "30000";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;
    private final String protocol;
    private final String from;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Supplier<Instant> now;
    private final LongFunction<String> called;

    /**
     * @param from the platform's address, beside which each mail names its sender
     * @param called what stands before the {@code @} of the Message-ID of a row
     */
    SmtpTransport(URI server, String from, Supplier<Instant> now, LongFunction<String> called) {
        this.from = from;
        this.now = now;
        this.called = called;
        protocol = Objects.requireNonNullElse(server.getScheme(), "smtp");
        String login = server.getUserInfo();
        user = login == null ? null : login.split(":", 2)[0];
        password = login == null || !login.contains(":") ? null : login.split(":", 2)[1];
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "host", server.getHost());
        if (server.getPort() > 0) {
            properties.setProperty(prefix + "port", Integer.toString(server.getPort()));
        }
        properties.setProperty(prefix + "auth", Boolean.toString(user != null));
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "connectiontimeout", TIME_TO_CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", TIME_TO_ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIME_TO_ANSWER_MILLIS);
        session = Session.getInstance(properties);
    }

    @Override
    public boolean isOutside() {
        return true;
    }

    @Override
    public Trip begin() {
        return new Connection();
    }

    /** The same id for the same row, however often it is sent: a reader that gets it twice shows it once. */
    private MimeMessage mime(Rendered mail, List<Enclosed> files)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + called.apply(mail.id()) + from.substring(from.indexOf('@')) + ">");
            }
        };
        message.setFrom(new InternetAddress(from, mail.sender(), UTF_8));
        message.setReplyTo(answerTo(mail));
        message.setRecipient(Message.RecipientType.TO, address(mail.recipient()));
        message.setSubject(Objects.requireNonNullElse(mail.subject(), ""), UTF_8);
        message.setSentDate(Date.from(now.get()));
        message.setHeader("Auto-Submitted", mail.submitted());
        if (!"no".equals(mail.submitted())) {
            // Out-of-office answers of programs that do not know the header above.
            message.setHeader("X-Auto-Response-Suppress", "All");
        }
        Letter letter = Objects.requireNonNull(mail.letter());
        MimeBodyPart text = new MimeBodyPart();
        text.setText(TextLetter.write(letter), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(HtmlLetter.write(letter), UTF_8, "html");
        message.setContent(with(files, new MimeMultipart("alternative", text, html)));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart with(List<Enclosed> files, MimeMultipart words) throws MessagingException {
        if (files.isEmpty()) {
            return words;
        }
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(words);
        MimeMultipart all = new MimeMultipart("mixed", first);
        for (Enclosed file : files) {
            MimeBodyPart part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
            part.setFileName(file.fileName());
            part.setDisposition(Part.ATTACHMENT);
            all.addBodyPart(part);
        }
        return all;
    }

    /** A merchant whose own address is wrong must not keep its customers' mails from leaving: the answer comes to us then. */
    private InternetAddress[] answerTo(Rendered mail) throws MessagingException {
        String replyTo = mail.replyTo();
        try {
            return new InternetAddress[] {address(replyTo == null ? from : replyTo)};
        } catch (AddressException e) {
            LOG.log(Level.WARNING, "Notification {0} names no address to answer to", mail.id());
            return new InternetAddress[] {address(from)};
        }
    }

    /** What the server itself said: it hides behind « Invalid Addresses » and « Exception reading response ». */
    private static String reason(Exception e) {
        Exception last = e;
        while (last instanceof MessagingException chained && chained.getNextException() != null) {
            last = chained.getNextException();
        }
        String first = String.valueOf(e.getMessage());
        String cause = String.valueOf(last.getMessage());
        return first.contains(cause) ? first : first + ": " + cause;
    }

    private static InternetAddress address(String typed) throws AddressException {
        return new InternetAddress(Plain.clean(typed), true);
    }

    private final class Connection implements Trip {

        private @Nullable Transport transport;
        private @Nullable MessagingException broken;

        @Override
        public void carry(Rendered mail, List<Enclosed> files) {
            MessagingException before = broken;
            if (before != null) {
                throw new DeliveryFailed(reason(before), before);
            }
            MimeMessage message = compose(mail, files);
            try {
                connected().sendMessage(message, message.getAllRecipients());
            } catch (SendFailedException e) {
                if (e.getInvalidAddresses() != null && e.getInvalidAddresses().length > 0) {
                    throw new RecipientRefused(reason(e), e);
                }
                throw new DeliveryFailed(reason(e), e);
            } catch (MessagingException e) {
                throw new DeliveryFailed(reason(e), e);
            }
        }

        private MimeMessage compose(Rendered mail, List<Enclosed> files) {
            try {
                return mime(mail, files);
            } catch (AddressException e) {
                throw new RecipientRefused("not a mail address", e);
            } catch (MessagingException | UnsupportedEncodingException e) {
                throw new DeliveryFailed(reason(e), e);
            }
        }

        private Transport connected() throws MessagingException {
            Transport open = transport;
            if (open != null && open.isConnected()) {
                return open;
            }
            try {
                Transport fresh = session.getTransport(protocol);
                fresh.connect(user, password);
                transport = fresh;
                return fresh;
            } catch (MessagingException e) {
                broken = e;
                throw e;
            }
        }

        @Override
        public void close() {
            Transport open = transport;
            if (open == null) {
                return;
            }
            try {
                open.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, "The mail server had closed already", e);
            }
        }
    }
}
