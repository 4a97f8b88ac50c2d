package fr.halle.notification.web;

import fr.halle.notification.model.Channel;
import fr.halle.notification.service.Message;
import fr.halle.notification.service.MessageSearch;
import fr.halle.notification.service.Messages;
import fr.halle.shared.web.SeeOther;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /demo/messages}: the demo's inbox of everybody, where each mail and SMS is read as it would arrive. Only in the demo. */
@Named
@RequestScoped
public class DemoMessagesPage {

    private static final int LONGEST = 100;

    @Inject
    private Messages messages;

    @Inject
    private MessageWords words;

    @Inject
    private HttpServletRequest request;

    private List<MessageShown> list = List.of();
    private @Nullable MessageShown open;
    private Message.@Nullable Body body;

    public void load() {
        if (!Demo.isOn()) {
            SeeOther.nowhere();
            return;
        }
        Channel channel = channel();
        list = messages.all(MessageSearch.of(getQ(), channel, number("before"))).stream()
                .map(words::shown)
                .toList();
        Long id = number("id");
        if (id != null) {
            body = messages.body(id).orElse(null);
        }
        Message.Body found = body;
        open = found == null ? null : words.shown(found.message());
    }

    public String getQ() {
        String typed = Objects.requireNonNullElse(request.getParameter("q"), "");
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }

    public String getChannelName() {
        Channel channel = channel();
        return channel == null ? "" : channel.name();
    }

    public List<MessageShown> getList() {
        return list;
    }

    public @Nullable MessageShown getOpen() {
        return open;
    }

    public Message.@Nullable Body getBody() {
        return body;
    }

    public boolean isText() {
        Message.Body shown = body;
        return shown != null && (shown.html() == null || "text".equals(request.getParameter("as")));
    }

    public String hrefOf(long id) {
        return "/demo/messages?" + search() + "id=" + id;
    }

    public String getTextHref() {
        MessageShown shown = open;
        return shown == null ? "" : hrefOf(shown.id()) + "&as=text";
    }

    /** The next page of the list, empty on the last. */
    public String getOlderHref() {
        boolean full = list.size() == MessageSearch.of("", null, null).most();
        return full
                ? "/demo/messages?" + search() + "before="
                        + list.get(list.size() - 1).id()
                : "";
    }

    public String getListHref() {
        return "/demo/messages?" + search();
    }

    private String search() {
        String q = getQ();
        return (q.isEmpty() ? "" : "q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&")
                + (getChannelName().isEmpty() ? "" : "channel=" + getChannelName() + "&");
    }

    private @Nullable Channel channel() {
        return MailFrame.channel(request);
    }

    private @Nullable Long number(String name) {
        return MailFrame.number(request, name).orElse(null);
    }
}
