package fr.halle.sales.web;

import fr.halle.sales.service.CustomerConversation;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** {@code POST /conversation/say}: the customer writes again (C23). What is refused is found in the box again. */
@WebServlet(name = "conversationSay", urlPatterns = "/conversation/say")
@MultipartConfig(fileSizeThreshold = 262_144)
public class ConversationSay extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient CustomerConversation conversations;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String token = SalesAddress.text(request, "token");
        String text = SalesAddress.text(request, "text");
        String page = "/conversation?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
        try {
            // Before its files are in memory: whoever guesses at links is not read.
            conversations.mustBe(portal.getId(), token);
            conversations.write(portal.getId(), token, text, SentFiles.of(request));
            SalesAddress.seeOther(response, page + "&sent=1#say");
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (FieldRefusal refused) {
            conversations.keep(portal.getId(), token, text);
            SalesAddress.seeOther(response, page + "&" + SalesAddress.refused(refused) + "#say");
        }
    }
}
