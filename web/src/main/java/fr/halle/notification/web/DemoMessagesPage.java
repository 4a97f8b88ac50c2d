package fr.halle.notification.web;

import fr.halle.notification.service.Message;
import fr.halle.notification.service.Messages;
import fr.halle.shared.web.SeeOther;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /demo/messages}: the demo's inbox of everybody, where each mail and SMS is read as it would arrive. Only in the demo. */
@Named
@RequestScoped
public class DemoMessagesPage {

    @Inject
    private Messages messages;

    @Inject
    private MessageWords words;

    @Inject
    private HttpServletRequest request;

    private @Nullable MessagesAsked asked;
    private List<MessageShown> list = List.of();
    private @Nullable MessageShown open;
    private Message.@Nullable Body body;

    public void load() {
        if (!Demo.isOn()) {
            SeeOther.nowhere();
            return;
        }
        list = messages.all(asked().search()).stream().map(words::shown).toList();
        body = asked().id().flatMap(messages::body).orElse(null);
        Message.Body found = body;
        open = found == null ? null : words.shown(found.message());
    }

    public String getQ() {
        return asked().words();
    }

    public String getChannelName() {
        return asked().channelName();
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
        return asked().hrefOf(id);
    }

    public String getTextHref() {
        MessageShown shown = open;
        return shown == null ? "" : hrefOf(shown.id()) + "&as=text";
    }

    /** The next page of the list, empty on the last. */
    public String getOlderHref() {
        return asked().olderHref(list);
    }

    public String getListHref() {
        return asked().href();
    }

    private MessagesAsked asked() {
        MessagesAsked read = asked;
        if (read == null) {
            read = new MessagesAsked(request, "/demo/messages");
            asked = read;
        }
        return read;
    }
}
