package fr.halle.portal.web;

import fr.halle.shared.web.CurrentPortal;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * The operator's own colour as a stylesheet of its own, since pages have no inline style. Words on it are black or white,
 * whichever is read better.
 */
@WebServlet("/theme/accent.css")
public class AccentStyle extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    /** Where the contrasts of black and of white on a colour are equal (WCAG 2.2). */
    private static final double MIDDLE_LUMINANCE = 0.179;

    @Inject
    private transient CurrentPortal portal;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accent = portal.isKnown() ? portal.get().accent() : null;
        if (accent == null || !HEX.matcher(accent).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        response.getWriter().write(style(accent));
    }

    static String style(String accent) {
        return "[data-portal]{--accent:" + accent + ";--on-accent:" + (isLight(accent) ? "#000" : "#fff") + "}\n";
    }

    private static boolean isLight(String accent) {
        double luminance = 0.2126 * linear(accent, 1) + 0.7152 * linear(accent, 3) + 0.0722 * linear(accent, 5);
        return luminance > MIDDLE_LUMINANCE;
    }

    /** One channel of sRGB as light. */
    private static double linear(String accent, int at) {
        double value = Integer.parseInt(accent.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
