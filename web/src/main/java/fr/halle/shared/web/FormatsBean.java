package fr.halle.shared.web;

import fr.halle.shared.model.Service;
import fr.halle.shared.service.Formats;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;

/** {@link Formats} in the language of the request, for pages: {@code #{fmt.cents(line.totalCents)}}. */
@Named("fmt")
@Service
public class FormatsBean {

    @Inject
    private CurrentLanguage language;

    public Formats in() {
        return Formats.in(language.getCode());
    }

    public String cents(long cents) {
        return in().cents(cents);
    }

    public String date(LocalDate date) {
        return in().date(date);
    }

    public String day(LocalDate date) {
        return in().day(date);
    }

    public String shortDay(LocalDate date) {
        return in().shortDay(date);
    }

    /** {@code 15 mai}: the day of something that happened. */
    public String shortDate(LocalDate date) {
        return in().shortDate(date);
    }

    public String shortDate(Instant instant) {
        return in().shortDate(instant);
    }

    public String time(Instant instant) {
        return in().time(instant);
    }

    public String moment(Instant instant) {
        return in().moment(instant);
    }

    public String fullMoment(Instant instant) {
        return in().fullMoment(instant);
    }

    public String slot(Instant start, Instant end) {
        return in().slot(start, end);
    }

    public String dates(LocalDate from, LocalDate to) {
        return in().dates(from, to);
    }

    /** {@code du 7 au 13 février 2027}. */
    public String fromTo(LocalDate from, LocalDate to) {
        return in().fromTo(from, to);
    }

    public String share(int basisPoints) {
        return in().share(basisPoints);
    }

    public String rate(int basisPoints) {
        return in().rate(basisPoints);
    }

    public String grams(long grams) {
        return in().grams(grams);
    }

    public String shown(Object value) {
        return in().shown(value);
    }
}
