package fr.halle.catalog.web;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductView;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.FormatsBean;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A private lesson or an activity: a day first, then an hour of it. */
@Named("hourChoice")
@RequestScoped
public class HourChoice {

    private static final int DAYS_OF_HOURS = 14;
    private static final int DAYS_OF_SESSIONS = 28;
    private static final String FORM = "#choose";
    private static final int MOST_DAYS = 12;

    @Inject
    private Calendars calendars;

    @Inject
    private FormatsBean formats;

    @Inject
    private Left left;

    private List<Way> days = List.of();
    private List<Pick> hours = List.of();
    private @Nullable LocalDate day;
    private @Nullable String laterHref;

    void read(ProductView product, Asked asked) {
        boolean lesson = product.card().kind() == ProductKind.PRIVATE_LESSON;
        int span = lesson ? DAYS_OF_HOURS : DAYS_OF_SESSIONS;
        LocalDate from = calendars.begin(product.card().id(), asked);
        List<Opening> openings = calendars.openings(product.card().id(), from, span);
        SortedMap<LocalDate, Long> byDay = Calendars.byDay(openings);
        LocalDate asking = asked.day();
        LocalDate chosen = asking != null && byDay.containsKey(asking) ? asking : Calendars.best(byDay);
        day = chosen;
        String base = "/product/" + product.card().slug() + "?from=";
        String thing = lesson ? "hours" : "places";
        Formats in = formats.in();
        days = byDay.entrySet().stream()
                .limit(MOST_DAYS)
                .map(one -> new Way(
                        base + from + "&startsOn=" + one.getKey() + FORM,
                        in.shortDay(one.getKey()),
                        Left.tone(one.getValue()),
                        left.say(thing, one.getValue()),
                        one.getKey().equals(chosen) ? "true" : null))
                .toList();
        if (!byDay.isEmpty()) {
            LocalDate next = byDay.keySet().stream()
                    .skip(MOST_DAYS)
                    .findFirst()
                    .orElse(byDay.lastKey().plusDays(1));
            laterHref = base + next + FORM;
        }
        hours = openings.stream()
                .filter(opening -> opening.startsAt() != null && Objects.equals(Calendars.dayOf(opening), chosen))
                .map(opening -> hour(opening, lesson, asked.startsAt()))
                .toList();
    }

    private Pick hour(Opening opening, boolean lesson, @Nullable Instant asked) {
        Formats in = formats.in();
        Instant startsAt = Objects.requireNonNull(opening.startsAt());
        Instant endsAt = opening.endsAt();
        String label = lesson || endsAt == null ? in.time(startsAt) : in.time(startsAt) + "\u00a0– " + in.time(endsAt);
        return new Pick(
                startsAt.toString(),
                label,
                "",
                "",
                Left.tone(opening.left()),
                left.say(lesson ? "instructors" : "places", opening.left()),
                Pick.checked(startsAt.equals(asked)),
                Pick.disabled(opening.left() <= 0));
    }

    public List<Way> getDays() {
        return days;
    }

    public List<Pick> getHours() {
        return hours;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public @Nullable String getLaterHref() {
        return laterHref;
    }
}
