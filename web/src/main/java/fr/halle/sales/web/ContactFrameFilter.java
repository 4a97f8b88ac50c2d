package fr.halle.sales.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says who may frame the contact form before anything refuses it: a refusal is then read in the frame too (C18). */
public class ContactFrameFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient ContactFraming framing;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        framing.allow(response);
        chain.doFilter(request, response);
    }
}
