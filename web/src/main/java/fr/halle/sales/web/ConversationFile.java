package fr.halle.sales.web;

import fr.halle.sales.service.RequestFiles;
import fr.halle.sales.service.RequestUnknown;
import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A file of a conversation, for its customer: by the token of the link, to be saved and never to be opened here. */
@WebServlet(name = "conversationFile", urlPatterns = "/conversation/file")
public class ConversationFile extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private transient RequestFiles files;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SavedFile.send(
                    response, files.of(portal.getId(), SalesAddress.text(request, "token"), SalesAddress.id(request)));
        } catch (RequestUnknown unknown) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
