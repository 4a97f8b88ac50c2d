package fr.halle.sales.service;

import fr.halle.shared.model.Environment;
import fr.halle.shared.model.Service;
import jakarta.ejb.EJB;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The mailbox that customers' replies come into, read over IMAP: {@code halle.imap.url} is {@code imap://user:password@host:port} or
 * {@code imaps://…}; without it nothing is read. What was written into its conversation goes to the folder {@value #KEPT}, what belongs to
 * none to {@value #UNKNOWN}, where people look; nothing is thrown away.
 */
@Service
public class ReplyMailbox {

    public static final String KEPT = "Halle-conversations";
    public static final String UNKNOWN = "Halle-inconnus";

    private static final Logger LOG = Logger.getLogger(ReplyMailbox.class.getName());
    private static final String TIME_OUT_MILLIS = "15000";

    /** The files that may go with a message, as mails carry them, and its words. What is larger is not taken into memory whole. */
    private static final int LARGEST = 40_000_000;

    private static final String FETCHED_AT_ONCE = "1000000";

    @EJB
    private Replies replies;

    /** For tests, which have a mailbox of their own. */
    private String url = "";

    void at(String address) {
        url = address;
    }

    private String url() {
        return url.isEmpty() ? Environment.setting("halle.imap.url", "") : url;
    }

    /** The numbers of mails that wait, rising, greater than {@code afterUid}. */
    public List<Long> waiting(long afterUid, int most) {
        if (url().isEmpty()) {
            return List.of();
        }
        try (Store store = open()) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            try {
                UIDFolder numbered = (UIDFolder) inbox;
                Message[] all = numbered.getMessagesByUID(afterUid + 1, UIDFolder.LASTUID);
                FetchProfile numbers = new FetchProfile();
                numbers.add(UIDFolder.FetchProfileItem.UID);
                inbox.fetch(all, numbers);
                List<Long> uids = new ArrayList<>();
                for (Message one : all) {
                    long uid = numbered.getUID(one);
                    if (uid > afterUid && !one.isSet(Flags.Flag.DELETED)) {
                        uids.add(uid);
                    }
                }
                return uids.stream().sorted().limit(most).toList();
            } finally {
                inbox.close(false);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox of replies cannot be read: " + e.getMessage(), e);
        }
    }

    /** Takes these; one that cannot be taken stays where it is, and is tried again. */
    public void take(List<Long> uids) {
        try (Store store = open()) {
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            try {
                UIDFolder numbered = (UIDFolder) inbox;
                Message[] mails = numbered.getMessagesByUID(
                        uids.stream().mapToLong(Long::longValue).toArray());
                for (Message mail :
                        Arrays.stream(mails).filter(Objects::nonNull).toList()) {
                    move(store, inbox, mail, taken(mail) ? KEPT : UNKNOWN);
                }
            } finally {
                inbox.close(true);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException("The mailbox of replies cannot be read: " + e.getMessage(), e);
        }
    }

    /** What cannot be read is no conversation's either, and waits for people beside what belongs to none. */
    private boolean taken(Message mail) throws MessagingException {
        try {
            // Before a transaction is open; a copy reads what no server makes sense of, and is too much of a large one.
            MimeMessage whole = (MimeMessage) mail;
            return replies.take(MailReading.of(mail.getSize() > LARGEST ? whole : new MimeMessage(whole)))
                    != Replies.Outcome.UNKNOWN;
        } catch (MessagingException | IOException illegible) {
            LOG.log(Level.INFO, "A mail cannot be read and waits in {0}: {1}", new Object[] {
                UNKNOWN, illegible.getClass().getSimpleName()
            });
            return false;
        }
    }

    private static void move(Store store, Folder inbox, Message mail, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        inbox.copyMessages(new Message[] {mail}, folder);
        mail.setFlag(Flags.Flag.DELETED, true);
    }

    private Store open() throws MessagingException {
        URI server = URI.create(url());
        String protocol = Objects.requireNonNullElse(server.getScheme(), "imap");
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", TIME_OUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIME_OUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIME_OUT_MILLIS);
        properties.setProperty(prefix + "fetchsize", FETCHED_AT_ONCE);
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        properties.setProperty("mail.mime.decodetext.strict", "false");
        Store store = Session.getInstance(properties).getStore(protocol);
        String[] login = Objects.requireNonNullElse(server.getUserInfo(), ":").split(":", 2);
        store.connect(server.getHost(), server.getPort(), login[0], login.length > 1 ? login[1] : "");
        return store;
    }
}
