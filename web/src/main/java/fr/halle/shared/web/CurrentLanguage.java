package fr.halle.shared.web;

import fr.halle.shared.model.Service;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language this request is answered in: {@code fr} or {@code en}. */
@Named("language")
@Service
public class CurrentLanguage {

    public static final String FRENCH = "fr";
    public static final String ENGLISH = "en";

    private static final String KEPT = CurrentLanguage.class.getName();

    @Inject
    private HttpServletRequest request;

    static void set(HttpServletRequest request, String language) {
        request.setAttribute(KEPT, language);
    }

    public String getCode() {
        return request.getAttribute(KEPT) instanceof String code ? code : FRENCH;
    }

    /** Whether the request says which, rather than to leave it to us. */
    public boolean isAsked() {
        String header = request.getHeader("Accept-Language");
        return header != null && !header.equals("*")
                || request.getParameter(PortalFilter.LANGUAGE) != null
                || Cookies.read(request, PortalFilter.LANGUAGE) != null;
    }

    public boolean isFrench() {
        return FRENCH.equals(getCode());
    }

    public Locale getLocale() {
        return isFrench() ? Locale.FRANCE : Locale.UK;
    }

    /** The other language, to offer it. */
    public String getOther() {
        return isFrench() ? ENGLISH : FRENCH;
    }
}
