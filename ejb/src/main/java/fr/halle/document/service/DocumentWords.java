package fr.halle.document.service;

import fr.halle.notification.service.Phrase;
import fr.halle.order.model.StateLabels;
import fr.halle.portal.model.Preset;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What papers say in one language: the bundle {@code document}, the names of states, amounts and dates. */
final class DocumentWords {

    private static final DocumentWords FRENCH = new DocumentWords(Locale.FRENCH, null);
    private static final DocumentWords ENGLISH = new DocumentWords(Locale.ENGLISH, null);

    private final Locale locale;
    private final Formats formats;
    private final ResourceBundle own;
    private final ResourceBundle states;
    private final @Nullable Preset territory;

    Locale locale() {
        return locale;
    }

    private DocumentWords(Locale locale, @Nullable Preset territory) {
        this.locale = locale;
        this.territory = territory;
        formats = Formats.in(locale.getLanguage());
        own = bundle("document");
        states = bundle("states");
    }

    /** French where the language is not one of ours: portals are in France. */
    static DocumentWords in(String language) {
        return "en".equals(language) ? ENGLISH : FRENCH;
    }

    /** The same, with the words of its territory for the states of a part (K16). */
    DocumentWords as(Preset preset) {
        return new DocumentWords(locale, preset);
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("fr.halle.i18n." + name, locale, DocumentWords.class.getClassLoader());
    }

    String language() {
        return locale.getLanguage();
    }

    /** @param pairs name, value, name, value … */
    String say(String key, String... pairs) {
        return Phrase.ofWords(own.getString(key)).fill(pairs);
    }

    String count(String what, long n) {
        return say("count." + what + (n == 1 ? ".one" : ".many"), "n", formats.number(n));
    }

    String state(String key) {
        return Optional.ofNullable(territory)
                .flatMap(preset -> StateLabels.own(key, preset, locale))
                .orElseGet(() -> states.getString(key));
    }

    Formats formats() {
        return formats;
    }

    String money(long cents) {
        return formats.cents(cents);
    }

    /** {@code vendredi 15 mai 2026}. */
    String fullDay(LocalDate day) {
        return formats.day(day) + " " + day.getYear();
    }

    /** {@code vendredi 15 mai 2026, 9:05}. */
    String moment(Instant at) {
        return fullDay(LocalDate.ofInstant(at, HalleClock.PARIS)) + ", " + formats.time(at);
    }

    String country(String code) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    String quantity(long quantity, boolean byWeight) {
        return byWeight ? formats.grams(quantity) : formats.number(quantity);
    }

    /** Nothing where nobody is counted. */
    String persons(@Nullable Integer adults, @Nullable Integer children) {
        return Stream.of(
                        adults == null || adults == 0 ? "" : count("adult", adults),
                        children == null || children == 0 ? "" : count("child", children))
                .filter(counted -> !counted.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** As {@link Formats#when}, with the year of a moment: a paper is kept. */
    String when(
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        return startsAt != null && endsAt == null ? moment(startsAt) : formats.when(startsAt, endsAt, startsOn, endsOn);
    }
}
