package fr.halle.notification.web;

import fr.halle.notification.service.Message;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;

/** Says a message in the language of the request. */
@RequestScoped
public class MessageWords {

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    MessageShown shown(Message message) {
        String kind = "message." + message.event();
        return new MessageShown(
                message.id(),
                message.isMail() ? "envelope-simple" : "chat-circle-dots",
                words.text(message.isMail() ? "messages.mail" : "messages.sms"),
                words.has(kind) ? words.text(kind) : message.event(),
                message.recipient(),
                Objects.requireNonNullElse(message.subject(), ""),
                Objects.requireNonNullElse(message.number(), ""),
                message.portal(),
                when(message),
                message.isDead() && message.bounced()
                        ? words.text("messages.bounced")
                        : words.state("Notification", message.state()),
                tone(message),
                mark(message),
                Objects.requireNonNullElse(message.error(), ""),
                message.isWaiting(),
                message.isDead(),
                message.ofSeveral());
    }

    private String when(Message message) {
        if (message.sentAt() != null) {
            return moment(message.sentAt());
        }
        return message.isDead() ? moment(message.createdAt()) : words.text("messages.nextTry", moment(message.next()));
    }

    private String moment(Instant instant) {
        return formats.shortDay(instant.atZone(HalleClock.PARIS).toLocalDate()) + " " + formats.time(instant);
    }

    private static String tone(Message message) {
        return switch (message.state()) {
            case SENT -> "ok";
            case QUEUED -> "wait";
            case RETRYING -> "warn";
            case DEAD -> "bad";
        };
    }

    private static String mark(Message message) {
        return switch (message.state()) {
            case SENT -> "ok";
            case QUEUED -> "wait";
            case RETRYING -> "run";
            case DEAD -> "error";
        };
    }
}
