package fr.halle.catalog.web;

import fr.halle.shared.service.HalleClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Where this page is: its path as the visitor sees it, its last part, its parameters, and its address for search engines. */
@Named("address")
@RequestScoped
public class PageAddress {

    private static final int LONGEST = 100;

    /** Nothing is sold outside of these, and the database knows fewer years than Java. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2199;

    @Inject
    private HttpServletRequest request;

    @Inject
    private HalleClock clock;

    /** As asked for, before it was forwarded to a view. */
    public String getPath() {
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return asked instanceof String path ? path : request.getRequestURI();
    }

    /** {@code miel} of {@code /product/miel}. */
    public String slug() {
        String path = getPath();
        return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }

    public String getCanonical() {
        return request.getScheme() + "://" + request.getHeader("Host") + getPath();
    }

    /** Today as a date field's least value. */
    public String getToday() {
        return clock.today().toString();
    }

    public boolean isPost() {
        return "POST".equals(request.getMethod());
    }

    /** Null where it is missing, empty or longer than anything we offer. */
    public @Nullable String text(String name) {
        String value = request.getParameter(name);
        return value == null || value.isBlank() || value.length() > LONGEST ? null : value.strip();
    }

    public @Nullable LocalDate date(String name) {
        String value = text(name);
        try {
            LocalDate date = value == null ? null : LocalDate.parse(value);
            return date == null || date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    public @Nullable Instant instant(String name) {
        String value = text(name);
        try {
            Instant instant = value == null ? null : Instant.parse(value);
            int year = instant == null ? 0 : instant.atZone(ZoneOffset.UTC).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? null : instant;
        } catch (DateTimeException malformed) {
            return null;
        }
    }

    public @Nullable Long number(String name) {
        String value = text(name);
        return value == null || !value.matches("\\d{1,15}") ? null : Long.valueOf(value);
    }

    /** Answers that there is nothing here. */
    public static void notFound() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        faces.responseComplete();
    }
}
