package fr.halle.catalog.web;

import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Says how long something takes: {@code 30 min}, {@code 2 h}, {@code 1 h 30}, {@code 2 jours}. */
@RequestScoped
public class Lengths {

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    @Inject
    private Words words;

    public String minutes(int minutes) {
        if (minutes >= 2 * DAY && minutes % DAY == 0) {
            return words.text("length.days", minutes / DAY);
        }
        return plain(minutes);
    }

    /** The same in both languages. */
    static String plain(int minutes) {
        if (minutes < HOUR) {
            return minutes + "\u00a0min";
        }
        String hours = minutes / HOUR + "\u00a0h";
        int rest = minutes % HOUR;
        return rest == 0 ? hours : hours + "\u00a0" + (rest < 10 ? "0" : "") + rest;
    }
}
