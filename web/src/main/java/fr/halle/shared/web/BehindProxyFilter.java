package fr.halle.shared.web;

import fr.halle.shared.model.Environment;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * Behind a proxy every connection comes from the proxy. Whoever it says it asks for is who is counted when somebody tries too often,
 * and whose address is kept with the terms he accepts (C05). Which proxies are believed is the setting {@code halle.proxy}.
 */
public class BehindProxyFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private transient Proxies proxies = new Proxies("");

    @Override
    public void init() {
        proxies = new Proxies(Environment.setting("halle.proxy", ""));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        String client = proxies.client(peer, Collections.list(request.getHeaders("X-Forwarded-For")));
        chain.doFilter(client.equals(peer) ? request : new From(request, client), response);
    }

    private static final class From extends HttpServletRequestWrapper {

        private final String client;

        From(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }
    }
}
