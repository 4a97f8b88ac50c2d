package fr.halle.notification.web;

import fr.halle.notification.model.Channel;
import fr.halle.notification.service.MessageSearch;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which messages a page's address asks for, and the addresses that ask for others of them. What cannot be read asks for nothing. */
final class MessagesAsked {

    private static final int LONGEST = 100;

    private final HttpServletRequest request;
    private final String page;

    /** @param page the address of the list, without its question */
    MessagesAsked(HttpServletRequest request, String page) {
        this.request = request;
        this.page = page;
    }

    static Optional<Long> number(HttpServletRequest request, String name) {
        String typed = request.getParameter(name);
        return typed != null && typed.matches("\\d{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
    }

    Optional<Long> id() {
        return number(request, "id");
    }

    String words() {
        String typed = Objects.requireNonNullElse(request.getParameter("q"), "");
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }

    String channelName() {
        Channel channel = channel();
        return channel == null ? "" : channel.name();
    }

    MessageSearch search() {
        return MessageSearch.of(words(), channel(), number(request, "before").orElse(null))
                .only(undelivered());
    }

    /** {@code BOUNCED}, {@code DEAD}, or nothing. */
    String only() {
        MessageSearch.Undelivered sort = undelivered();
        return sort == null ? "" : sort.name();
    }

    /** Nothing is searched, and the newest are shown. */
    boolean isFirstPage() {
        return words().isEmpty()
                && channel() == null
                && undelivered() == null
                && number(request, "before").isEmpty();
    }

    String href() {
        return page + "?"
                + (words().isEmpty() ? "" : "q=" + URLEncoder.encode(words(), StandardCharsets.UTF_8) + "&")
                + (only().isEmpty() ? "" : "only=" + only() + "&")
                + (channelName().isEmpty() ? "" : "channel=" + channelName() + "&");
    }

    String hrefOf(long id) {
        return href() + "id=" + id;
    }

    /** The next page of the list, empty on the last. */
    String olderHref(List<MessageShown> list) {
        boolean full = list.size() == search().most();
        return full ? href() + "before=" + list.get(list.size() - 1).id() : "";
    }

    private MessageSearch.@Nullable Undelivered undelivered() {
        return switch (Objects.requireNonNullElse(request.getParameter("only"), "")) {
            case "BOUNCED" -> MessageSearch.Undelivered.BOUNCED;
            case "DEAD" -> MessageSearch.Undelivered.DEAD;
            default -> null;
        };
    }

    private @Nullable Channel channel() {
        return switch (Objects.requireNonNullElse(request.getParameter("channel"), "")) {
            case "MAIL" -> Channel.MAIL;
            case "SMS" -> Channel.SMS;
            default -> null;
        };
    }
}
