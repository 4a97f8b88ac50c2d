package fr.halle.sales.web;

import fr.halle.sales.service.CustomerConversation;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.shared.web.CurrentPortal;
import fr.halle.shared.web.SeeOther;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /conversation?token=…}: what was said, and a box to say more (C23). Who has the link has the conversation; no session, no account. */
@Named
@RequestScoped
public class ConversationPage {

    @Inject
    private CustomerConversation conversations;

    @Inject
    private CurrentPortal portal;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Words words;

    private CustomerConversation.@Nullable View view;

    /** Run before the page is written. */
    public void load() {
        try {
            view = conversations.open(portal.getId(), getToken());
        } catch (RequestUnknown unknown) {
            SeeOther.nowhere();
        }
    }

    public CustomerConversation.View getView() {
        return Objects.requireNonNull(view);
    }

    public String getToken() {
        return SalesAddress.text(request, "token");
    }

    public String getRefusal() {
        return SalesAddress.refusal(request, words);
    }

    public boolean isSent() {
        return "1".equals(request.getParameter("sent"));
    }
}
