package fr.halle.identity.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where a page of the back office is found again: after the bell, in the other language, once its form has expired. */
public final class ProAddress {

    private static final Pattern PAGE = Pattern.compile("[/a-z-]+");
    /** What stands in a query besides letters and figures (RFC 3986). */
    private static final String MARKS = "-._~%&=+:,;@!$'()*/?";

    private static final int LONGEST_QUERY = 1500;

    /** What says which thing a page shows. A page that answers a form has them from the form, not from its address. */
    private static final List<String> NAMING = List.of("id", "number", "desk", "portal", "kind", "tariff");

    private static final String VIEW = ".xhtml";

    private ProAddress() {}

    /** Ours alone: no other host, and nothing that could end a header. */
    public static boolean isOurs(String address) {
        int mark = address.indexOf('?');
        String page = mark < 0 ? address : address.substring(0, mark);
        String query = mark < 0 ? "" : address.substring(mark + 1);
        return OnlyTheBackOffice.isBackOffice(page)
                && PAGE.matcher(page).matches()
                && query.length() <= LONGEST_QUERY
                && query.chars().allMatch(ProAddress::standsInQuery);
    }

    private static boolean standsInQuery(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || MARKS.indexOf(c) >= 0;
    }

    /** The page that is asked for now, with what names the thing it shows; {@code /pro} where that cannot be told. */
    static String of(HttpServletRequest request) {
        String query = query(request);
        String address = path(request) + (query.isEmpty() ? "" : "?" + query);
        return isOurs(address) ? address : "/pro";
    }

    /** May be empty. */
    static String query(HttpServletRequest request) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        return query.isEmpty() && request.getMethod().equals("POST") ? named(request) : query;
    }

    static String path(HttpServletRequest request) {
        Object forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        String path = forwarded == null ? request.getRequestURI() : (String) forwarded;
        return path.endsWith(VIEW) ? path.substring(0, path.length() - VIEW.length()) : path;
    }

    private static String named(HttpServletRequest request) {
        return NAMING.stream()
                .filter(name -> request.getParameter(name) != null)
                .map(name -> name + "=" + URLEncoder.encode(request.getParameter(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
