package fr.halle.sales.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** {@code /contact/embed.js}: what another site puts beside its link to our form; its address never changes (C18). */
@WebServlet(name = "contactEmbed", urlPatterns = "/contact/embed.js")
public class ContactEmbedServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setContentType("text/javascript;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        try (InputStream script = getServletContext().getResourceAsStream("/assets/contact/embed.js")) {
            if (script == null) {
                throw new ServletException("embed.js is not packed");
            }
            script.transferTo(response.getOutputStream());
        }
    }
}
