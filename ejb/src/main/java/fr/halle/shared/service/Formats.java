package fr.halle.shared.service;

import fr.halle.shared.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Amounts, dates and quantities as French and English write them, the same on pages, in mails and on paper: {@code 1 234,50 €},
 * {@code vendredi 15 mai 10:30 – 11:00}, {@code 20,00 %}. Times are Paris's, on 24 hours.
 */
public final class Formats {

    /** The names under which a page keeps whom a lesson is for; the API may add others. */
    public static final String FIRST_NAME = "firstName";

    public static final String AGE = "age";

    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final String DASH = NO_BREAK_SPACE + "–" + NO_BREAK_SPACE;
    private static final Formats FRENCH = new Formats(Locale.FRANCE);
    private static final Formats ENGLISH = new Formats(Locale.UK);

    private final Locale locale;
    private final boolean french;
    private final DateTimeFormatter date;
    private final DateTimeFormatter fullDay;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayOnly;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter shortDate;
    private final DateTimeFormatter time;

    private Formats(Locale locale) {
        this.locale = locale;
        this.french = "fr".equals(locale.getLanguage());
        this.date = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        this.fullDay = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", locale);
        this.day = DateTimeFormatter.ofPattern("EEEE d MMMM", locale);
        this.dayOnly = DateTimeFormatter.ofPattern("d MMMM", locale);
        this.shortDay = DateTimeFormatter.ofPattern("EEE d MMM", locale);
        this.shortDate = DateTimeFormatter.ofPattern("d MMM", locale);
        this.time = DateTimeFormatter.ofPattern("H:mm", locale);
    }

    /** @param language {@code fr}, or anything else for English */
    public static Formats in(String language) {
        return "fr".equals(language) ? FRENCH : ENGLISH;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code 1 234,50 €}. */
    public String cents(long cents) {
        return Money.euros(cents).format(locale);
    }

    /** {@code 15 mai 2026}. */
    public String date(LocalDate value) {
        return first(value, date.format(value));
    }

    /** {@code vendredi 15 mai}. */
    public String day(LocalDate value) {
        return first(value, day.format(value));
    }

    /** {@code ven. 15 mai}. */
    public String shortDay(LocalDate value) {
        return first(value, shortDay.format(value));
    }

    /** {@code 14 déc.}: the day of something that happened. */
    public String shortDate(Instant value) {
        return shortDate(value.atZone(HalleClock.PARIS).toLocalDate());
    }

    public String shortDate(LocalDate value) {
        return first(value, shortDate.format(value));
    }

    /** {@code 10:30}. */
    public String time(Instant value) {
        return time.format(value.atZone(HalleClock.PARIS));
    }

    public String time(LocalTime value) {
        return time.format(value);
    }

    /** {@code vendredi 15 mai 10:30}. */
    public String moment(Instant value) {
        return day(value.atZone(HalleClock.PARIS).toLocalDate()) + " " + time(value);
    }

    /** {@code lundi 14 décembre 2026 à 18:42}: the moment of something that is proved by it. */
    public String fullMoment(Instant value) {
        LocalDate on = value.atZone(HalleClock.PARIS).toLocalDate();
        return first(on, fullDay.format(on)) + (french ? " à " : " at ") + time(value);
    }

    /** {@code vendredi 15 mai 10:30 – 11:00}; the end's day is told where it is another. */
    public String slot(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(HalleClock.PARIS);
        ZonedDateTime to = end.atZone(HalleClock.PARIS);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return moment(start) + DASH + (sameDay ? time(end) : moment(end));
    }

    /** {@code 10:30 – 11:00}. */
    public String hours(LocalTime start, LocalTime end) {
        return time(start) + DASH + time(end);
    }

    /** {@code 7 – 13 février 2027}, with what both dates share said once. */
    public String dates(LocalDate from, LocalDate to) {
        return from.equals(to) ? date(from) : start(from, to) + DASH + date(to);
    }

    /** {@code du 7 au 13 février 2027}, within a sentence. */
    public String fromTo(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return (french ? "le " : "on ") + date(from);
        }
        return (french ? "du " : "from ") + start(from, to) + (french ? " au " : " to ") + date(to);
    }

    /** Without what the end says too. */
    private String start(LocalDate from, LocalDate to) {
        if (from.getYear() != to.getYear()) {
            return date(from);
        }
        boolean sameMonth = from.getMonth() == to.getMonth();
        return first(from, sameMonth ? Integer.toString(from.getDayOfMonth()) : dayOnly.format(from));
    }

    /** When a prestation is: its hours where it has some, else its days; nothing where it has neither. */
    public String when(
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {
        if (startsAt != null) {
            return endsAt == null ? moment(startsAt) : slot(startsAt, endsAt);
        }
        return startsOn == null ? "" : dates(startsOn, endsOn == null ? startsOn : endsOn);
    }

    /** {@code × 3}, or {@code 750 g} for what is sold by weight. */
    public String times(long quantity, boolean byWeight) {
        return byWeight ? grams(quantity) : "× " + number(quantity);
    }

    /** {@code 10:30 – 11:00}. */
    public String hours(Instant start, Instant end) {
        return time(start) + DASH + time(end);
    }

    /** {@code 30 %}, {@code 5,5 %}: a part of something, where a rate of VAT always has its two decimals. */
    public String share(int basisPoints) {
        String fraction = String.format(Locale.ROOT, "%02d", basisPoints % 100).replaceFirst("0+$", "");
        String digits = basisPoints / 100 + (fraction.isEmpty() ? "" : (french ? "," : ".") + fraction);
        return french ? digits + NO_BREAK_SPACE + "%" : digits + "%";
    }

    /** {@code 20,00 %}. */
    public String rate(int basisPoints) {
        String digits =
                basisPoints / 100 + (french ? "," : ".") + String.format(Locale.ROOT, "%02d", basisPoints % 100);
        return french ? digits + NO_BREAK_SPACE + "%" : digits + "%";
    }

    /** {@code 750 g}, {@code 1,25 kg}. */
    public String grams(long grams) {
        if (grams < 1000) {
            return grams + "" + NO_BREAK_SPACE + "g";
        }
        String fraction = String.format(Locale.ROOT, "%03d", grams % 1000).replaceFirst("0+$", "");
        return number(grams / 1000) + (fraction.isEmpty() ? "" : (french ? "," : ".") + fraction) + NO_BREAK_SPACE
                + "kg";
    }

    /** {@code Noé, 8 ans}: whom a prestation is for, and whatever else the API's caller says of it. */
    public String participant(Map<String, String> detail) {
        Map<String, String> other = new TreeMap<>(detail);
        List<String> said = new ArrayList<>();
        Stream.of(other.remove(FIRST_NAME), age(other.remove(AGE)))
                .filter(Objects::nonNull)
                .forEach(said::add);
        said.addAll(other.values());
        said.removeIf(String::isBlank);
        return String.join(", ", said);
    }

    private @Nullable String age(@Nullable String typed) {
        if (typed == null || !typed.matches("\\d{1,3}")) {
            return typed;
        }
        String years = french ? "an" : "year";
        return typed + NO_BREAK_SPACE + (Integer.parseInt(typed) > 1 ? years + "s" : years) + (french ? "" : " old");
    }

    public String number(long value) {
        return String.format(locale, "%,d", value);
    }

    /** Any value as a sentence shows it. */
    public String shown(Object value) {
        if (value instanceof Money money) {
            return money.format(locale);
        }
        if (value instanceof LocalDate day1) {
            return date(day1);
        }
        if (value instanceof Instant instant) {
            return moment(instant);
        }
        if (value instanceof LocalTime hour) {
            return time(hour);
        }
        return value instanceof Long || value instanceof Integer
                ? number(((Number) value).longValue())
                : String.valueOf(value);
    }

    /** French says the first of a month « 1er ». */
    private String first(LocalDate value, String text) {
        return french && value.getDayOfMonth() == 1 ? text.replaceFirst("\\b1\\b", "1er") : text;
    }
}
