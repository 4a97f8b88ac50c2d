package fr.halle.notification.service;

import fr.halle.shared.model.Money;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** What letters say in one language: phrases of the bundle {@code mail}, dates, times in Europe/Paris, amounts. Read once. */
final class Words {

    private static final Words FRENCH = new Words(Locale.FRENCH);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

    private final Locale locale;
    private final boolean french;
    private final Map<String, Phrase> phrases = new HashMap<>();
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;

    private Words(Locale locale) {
        this.locale = locale;
        french = locale.equals(Locale.FRENCH);
        weekday = DateTimeFormatter.ofPattern("EEEE", locale);
        month = DateTimeFormatter.ofPattern("MMMM", locale);
        ResourceBundle bundle = ResourceBundle.getBundle("fr.halle.i18n.mail", locale, Words.class.getClassLoader());
        bundle.keySet().forEach(key -> phrases.put(key, Phrase.ofWords(bundle.getString(key))));
    }

    /** French where the language is not one of ours: portals are in France. */
    static Words in(String language) {
        return "en".equals(language) ? ENGLISH : FRENCH;
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
        return Money.euros(cents).format(locale);
    }

    /** {@code vendredi 15 mai}, {@code Friday 15 May}. */
    String day(LocalDate day) {
        return weekday.format(day) + " " + dayOfMonth(day) + " " + month.format(day);
    }

    /** {@code vendredi 15 mai 2026}. */
    String fullDay(LocalDate day) {
        return day(day) + " " + day.getYear();
    }

    String day(Instant instant) {
        return day(local(instant).toLocalDate());
    }

    String fullDay(Instant instant) {
        return fullDay(local(instant).toLocalDate());
    }

    /** {@code 9:15}. */
    String time(Instant instant) {
        return TIME.format(local(instant));
    }

    /** {@code 10:30 – 11:00}. */
    String times(Instant from, Instant to) {
        return time(from) + "\u00a0– " + time(to);
    }

    /** A VAT rate from basis points: {@code 5,50 %}. */
    String rate(int basisPoints) {
        int hundredths = basisPoints % 100;
        return basisPoints / 100
                + (french ? "," : ".")
                + (hundredths < 10 ? "0" : "")
                + hundredths
                + (french ? "\u00a0%" : "%");
    }

    /** Grams as kilograms: {@code 1,250 kg}. */
    String kilograms(long grams) {
        String rest = Long.toString(1000 + grams % 1000).substring(1);
        return grams / 1000 + (french ? "," : ".") + rest + "\u00a0kg";
    }

    private String dayOfMonth(LocalDate day) {
        return french && day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    }

    private static ZonedDateTime local(Instant instant) {
        return instant.atZone(HalleClock.PARIS);
    }
}
