package fr.halle.sales.web;

import fr.halle.sales.model.RequestStage;
import fr.halle.sales.service.RequestEvent;
import fr.halle.sales.service.RequestRow;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A request in words, as every page of the desk writes them; and the class of its dot. */
@Named("requests")
@RequestScoped
public class RequestWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final String DASH = "\u00a0–\u00a0";
    private static final int KILO = 1024;

    @Inject
    private Words words;

    @Inject
    private CurrentLanguage language;

    @Inject
    private HalleClock clock;

    /** {@code 09:58} of today, « hier 18:22 », {@code 19/11 17:13}, and the year where it is another. */
    public String when(Instant at) {
        ZonedDateTime then = at.atZone(HalleClock.PARIS);
        LocalDate day = then.toLocalDate();
        LocalDate today = clock.today();
        if (day.equals(today)) {
            return TIME.format(then);
        }
        if (day.equals(today.minusDays(1))) {
            return words.text("pro.day.yesterday") + " " + TIME.format(then);
        }
        return day.getYear() == today.getYear() ? DAY.format(day) + " " + TIME.format(then) : YEAR.format(day);
    }

    /** {@code 13 – 20/02}, {@code 27/02 – 06/03}. */
    public String stay(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from == null || to == null) {
            return "";
        }
        if (from.equals(to)) {
            return DAY.format(from);
        }
        boolean sameMonth = from.getMonth() == to.getMonth() && from.getYear() == to.getYear();
        return (sameMonth ? String.format("%02d", from.getDayOfMonth()) : DAY.format(from)) + DASH + DAY.format(to);
    }

    /** The day of it, in Paris. */
    public LocalDate day(Instant at) {
        return at.atZone(HalleClock.PARIS).toLocalDate();
    }

    public String stage(RequestStage stage) {
        return words.text("pro.requests.stage." + stage);
    }

    public String stageClass(RequestStage stage) {
        return "st st-"
                + switch (stage) {
                    case NEW -> "recorded";
                    case IN_PROGRESS -> "processing";
                    case AWAITING_PAYMENT -> "wait";
                    case DEPOSIT_PAID -> "ready";
                    case SETTLED, PROCESSED -> "done";
                    case ARCHIVED -> "cancelled";
                };
    }

    public String category(RequestRow.@Nullable Label label) {
        return label == null ? "" : label.in(language.getCode());
    }

    /** « Catégorie réaffectée : Cours privés ». */
    public String act(RequestEvent event) {
        String key = "pro.requests.act." + event.act();
        String detail = event.detail();
        return switch (event.act()) {
            case OPENED, BOUNCED -> words.text(words.has(key + "." + detail) ? key + "." + detail : key);
            default ->
                detail.isEmpty() && words.has(key + ".plain") ? words.text(key + ".plain") : words.text(key, detail);
        };
    }

    /** Who did it: a name, or what it was where nobody was. */
    public String who(RequestEvent event) {
        return switch (event.by()) {
            case CLOCK, PROVIDER, SYSTEM -> words.text("pro.actor." + event.by());
            case CUSTOMER, MERCHANT, OPERATOR -> event.name();
        };
    }

    /** {@code 340 Ko}, {@code 2 Mo}. */
    public String size(int bytes) {
        return bytes < KILO * KILO
                ? words.text("pro.requests.kilobytes", Math.max(1, bytes / KILO))
                : words.text("pro.requests.megabytes", bytes / (KILO * KILO));
    }
}
