package fr.halle.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@code /assets/v1a2b3c/…} from {@code /assets/…}, to be kept for a year. */
public class AssetsFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Pattern VERSIONED = Pattern.compile("/assets/v[0-9a-f]{1,8}(/[\\w./-]+)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher versioned = VERSIONED.matcher(request.getRequestURI());
        if (versioned.matches() && !versioned.group(1).contains("..")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            request.getRequestDispatcher("/assets" + versioned.group(1)).forward(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
