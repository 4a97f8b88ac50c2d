package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationState;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message as the back office and the demo show it.
 *
 * @param number of the part it is about, or of its order, or nothing
 * @param portal its name
 * @param next when it is tried again; only while it waits
 * @param bounced whether its recipient was refused: it never arrives by itself
 * @param ofSeveral whether it tells of several merchants' parts
 */
public record Message(
        long id,
        Channel channel,
        String event,
        NotificationState state,
        String recipient,
        @Nullable String subject,
        @Nullable String number,
        @Nullable Long partId,
        long portalId,
        String portal,
        Instant createdAt,
        @Nullable Instant sentAt,
        Instant next,
        int attempts,
        @Nullable String error,
        boolean bounced,
        boolean ofSeveral) {

    public boolean isMail() {
        return channel == Channel.MAIL;
    }

    public boolean isWaiting() {
        return state == NotificationState.QUEUED || state == NotificationState.RETRYING;
    }

    public boolean isDead() {
        return state == NotificationState.DEAD;
    }

    public boolean isSent() {
        return state == NotificationState.SENT;
    }

    /**
     * What was sent: its words as they were, in today's dress.
     *
     * @param html null in an SMS, and in what was never rendered
     */
    public record Body(
            Message message,
            @Nullable String sender,
            @Nullable String replyTo,
            @Nullable String html,
            @Nullable String text) {

        private static final Pattern TOKEN = Pattern.compile("([?&;]token=)[\\w%.~-]+");

        /** Of how many the network makes an SMS; none for a mail, and for what is not written yet. */
        public int segments() {
            return html != null || text == null || message.isMail()
                    ? 0
                    : SmsText.of(text).segments().size();
        }

        /** For whoever is not its recipient: the links no longer open what is the recipient's alone. */
        Body withoutTokens() {
            return new Body(message, sender, replyTo, hidden(html), hidden(text));
        }

        /** For whoever may know that it left, but not read it. */
        Body unread() {
            return new Body(message, null, null, null, null);
        }

        private static @Nullable String hidden(@Nullable String written) {
            return written == null ? null : TOKEN.matcher(written).replaceAll("$1");
        }
    }
}
