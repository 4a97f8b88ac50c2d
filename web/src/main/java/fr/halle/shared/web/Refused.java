package fr.halle.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a program is told that asked for something impossible, in the place of the server's own page; people have pages of ours. */
@WebServlet(name = "refused", urlPatterns = Refused.PATH)
public class Refused extends HttpServlet {

    static final String PATH = "/refused";

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) {
            write(response, status);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    static void write(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(("{\"type\":\"/problems/http-" + status + "\",\"title\":\"" + title(status) + "\",\"status\":"
                                + status + "}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String title(int status) {
        return switch (status) {
            case HttpServletResponse.SC_BAD_REQUEST -> "The request cannot be read";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "This address does not know this method";
            case HttpServletResponse.SC_LENGTH_REQUIRED -> "A form must say how long it is";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE -> "The request is too large";
            default -> "Refused";
        };
    }
}
