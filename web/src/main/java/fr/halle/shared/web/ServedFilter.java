package fr.halle.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Tells the flight recorder, when one runs, how long each request was inside the shop: from the first filter to the answer's last
 * byte, without the network and whoever asks. The address goes without its query, which may hold names and tokens.
 */
public class ServedFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    /** A request that was answered. */
    @Name("fr.halle.Served")
    @Label("Request served")
    @Category("Halle")
    @StackTrace(false)
    static class Served extends Event {

        @Label("Method")
        String method = "";

        @Label("Path")
        String path = "";

        @Label("Status")
        int status;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Served served = new Served();
        served.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            served.end();
            if (served.shouldCommit()) {
                served.method = request.getMethod();
                served.path = request.getRequestURI();
                served.status = response.getStatus();
                served.commit();
            }
        }
    }
}
