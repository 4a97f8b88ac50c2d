package fr.halle.notification.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.notification.service.Message;
import fr.halle.notification.service.Messages;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What left by mail and SMS: a merchant's own parts, an operator's portals, what was given up first (M17, C27). What a customer's
 * mail links to is not shown: it would open the order as the customer.
 */
@Named
@RequestScoped
public class ProMessagesPage {

    @Inject
    private Messages messages;

    @Inject
    private MessageWords words;

    @Inject
    private Words text;

    @Inject
    private CurrentActor actor;

    @Inject
    private HttpServletRequest request;

    private @Nullable MessagesAsked asked;
    private List<MessageShown> list = List.of();
    private List<MessageShown> dead = List.of();
    private @Nullable MessageShown open;
    private Message.@Nullable Body body;

    public void load() {
        Long portal = actor.account().portalId();
        Long id = asked().id().orElse(null);
        if (id != null) {
            body = messages.body(actor.get(), portal, id).orElse(null);
            if (body == null) {
                SeeOther.nowhere();
                return;
            }
            open = words.shown(body.message());
        }
        list = shown(messages.of(actor.get(), portal, asked().search()));
        dead = asked().isFirstPage() ? shown(messages.dead(actor.get(), portal)) : List.of();
    }

    public String getQ() {
        return asked().words();
    }

    public String getChannelName() {
        return asked().channelName();
    }

    /** {@code BOUNCED} or {@code DEAD} where only these are listed. */
    public String getOnly() {
        return asked().only();
    }

    public List<MessageShown> getList() {
        return list;
    }

    public List<MessageShown> getDead() {
        return dead;
    }

    public @Nullable MessageShown getOpen() {
        return open;
    }

    public Message.@Nullable Body getBody() {
        return body;
    }

    /** What the last press of a button did: {@code sent}, or the key of a refusal, or nothing. */
    public String getDone() {
        String done = Objects.requireNonNullElse(request.getParameter("done"), "");
        return done.matches("\\w{1,60}") ? done : "";
    }

    /** What « Tout renvoyer » did. */
    public String getAllSent() {
        return MessagesAsked.number(request, "all")
                .map(sent -> text.count("pro.messages.allSent", Math.min(sent, Integer.MAX_VALUE)))
                .orElse("");
    }

    public String hrefOf(long id) {
        return asked().hrefOf(id);
    }

    /** The next page of the list, empty on the last. */
    public String getOlderHref() {
        return asked().olderHref(list);
    }

    private List<MessageShown> shown(List<Message> found) {
        return found.stream().map(words::shown).toList();
    }

    private MessagesAsked asked() {
        MessagesAsked read = asked;
        if (read == null) {
            read = new MessagesAsked(request, "/pro/messages");
            asked = read;
        }
        return read;
    }
}
