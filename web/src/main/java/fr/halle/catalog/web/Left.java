package fr.halle.catalog.web;

import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Says what is left: « 12 places », « plus que 2 places », « complet ». */
@RequestScoped
public class Left {

    static final long FEW = 3;

    @Inject
    private Words words;

    /** @param key of the thing counted: {@code places}, {@code sets}, {@code pieces} … */
    String say(String key, long left) {
        if (left <= 0) {
            return words.text("left." + key + ".none");
        }
        return words.count("left." + key + (left <= FEW ? ".few" : ""), left);
    }

    static String tone(long left) {
        return left <= 0 ? "off" : left <= FEW ? "warn" : "ok";
    }
}
