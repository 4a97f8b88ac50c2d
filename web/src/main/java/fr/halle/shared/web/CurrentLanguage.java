package fr.halle.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** The language this request is answered in: {@code fr} or {@code en}. */
@Named("language")
@RequestScoped
public class CurrentLanguage {

    public static final String FRENCH = "fr";
    public static final String ENGLISH = "en";

    private String code = FRENCH;

    void set(String language) {
        code = language;
    }

    public String getCode() {
        return code;
    }

    public boolean isFrench() {
        return FRENCH.equals(code);
    }

    public Locale getLocale() {
        return isFrench() ? Locale.FRANCE : Locale.UK;
    }

    /** The other language, to offer it. */
    public String getOther() {
        return isFrench() ? ENGLISH : FRENCH;
    }
}
