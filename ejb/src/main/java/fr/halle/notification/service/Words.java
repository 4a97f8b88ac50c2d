package fr.halle.notification.service;

import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What letters say in one language: phrases of the bundle {@code mail}, dates, times in Europe/Paris, amounts. Read once. */
final class Words {

    private static final Words FRENCH = new Words(Locale.FRENCH);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final Formats formats;
    private final Map<String, Phrase> phrases = new HashMap<>();

    private Words(Locale locale) {
        this.locale = locale;
        formats = Formats.in(locale.getLanguage());
        ResourceBundle bundle = ResourceBundle.getBundle("fr.halle.i18n.mail", locale, Words.class.getClassLoader());
        bundle.keySet().forEach(key -> phrases.put(key, Phrase.ofWords(bundle.getString(key))));
    }

    /** French where the language is not one of ours: portals are in France. */
    static Words in(String language) {
        return "en".equals(language) ? ENGLISH : FRENCH;
    }

    Locale locale() {
        return locale;
    }

    String participant(Map<String, String> detail) {
        return formats.participant(detail);
    }

    String language() {
        return locale.getLanguage();
    }

    boolean has(String key) {
        return phrases.containsKey(key);
    }

    /**
     * @param pairs name, value, name, value … ; values are cleaned, so that none can break a header or switch bold
     * @throws IllegalArgumentException for a key that the bundle lacks: a mistake of ours
     */
    String say(String key, String... pairs) {
        Phrase phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        for (int i = 1; i < pairs.length; i += 2) {
            pairs[i] = Plain.clean(pairs[i]);
        }
        return phrase.fill(pairs);
    }

    /** The most particular of the keys that the bundle has. */
    String sayFirst(String particular, String general, String... pairs) {
        return say(has(particular) ? particular : general, pairs);
    }

    /** {@code count("night", 2)} says the phrase {@code count.night.many} with {n}. */
    String count(String what, long n) {
        return say("count." + what + (n == 1 ? ".one" : ".many"), "n", Long.toString(n));
    }

    String money(long cents) {
        return formats.cents(cents);
    }

    /** {@code vendredi 15 mai}, {@code Friday 15 May}. */
    String day(LocalDate day) {
        return formats.day(day);
    }

    /** {@code vendredi 15 mai 2026}. */
    String fullDay(LocalDate day) {
        return formats.day(day) + " " + day.getYear();
    }

    String day(Instant instant) {
        return day(dayOf(instant));
    }

    String fullDay(Instant instant) {
        return fullDay(dayOf(instant));
    }

    /** {@code 9:15}. */
    String time(Instant instant) {
        return formats.time(instant);
    }

    /** {@code 10:30 – 11:00}. */
    String times(Instant from, Instant to) {
        return formats.hours(timeOf(from), timeOf(to));
    }

    /** A VAT rate from basis points: {@code 5,50 %}. */
    String rate(int basisPoints) {
        return formats.rate(basisPoints);
    }

    /** {@code 750 g}, {@code 1,25 kg}. */
    String grams(long grams) {
        return formats.grams(grams);
    }

    private static LocalDate dayOf(Instant instant) {
        return instant.atZone(HalleClock.PARIS).toLocalDate();
    }

    private static LocalTime timeOf(Instant instant) {
        return instant.atZone(HalleClock.PARIS).toLocalTime();
    }
}
