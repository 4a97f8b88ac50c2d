package fr.halle.merchant.web;

import fr.halle.merchant.model.OpeningHours;
import fr.halle.merchant.model.TimeRange;
import fr.halle.merchant.service.Shop;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says when a shop is open: « Ouvert, ferme à 19:00 », « Fermé pour la pause, rouvre à 15:30 », and the week, day by day. */
@RequestScoped
public class ShopWords {

    private static final String CALENDAR = "fr.halle.i18n.calendar";

    @Inject
    private HalleClock clock;

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    @Inject
    private CurrentLanguage language;

    /** @param tone how the look colours it: {@code ok} or {@code off} */
    public record Said(boolean open, String tone, String text) {}

    /** @param style {@code today}, {@code off}, both or nothing */
    public record DayLine(String name, String hours, String style) {}

    /** A closure that is not every week's, said in full: why, and when it opens again. */
    public record Notice(String strong, String text) {}

    public Said now(Shop shop) {
        OpenState state = state(shop);
        if (state.isOpen()) {
            return new Said(true, "ok", words.text("shop.open", time(state.until())));
        }
        if (state.pause()) {
            return new Said(false, "off", words.text("shop.pause", time(state.nextTime())));
        }
        return new Said(false, "off", closed(state));
    }

    /** Null where today is like every week. */
    public @Nullable Notice notice(Shop shop) {
        OpenState state = state(shop);
        if (!state.isUnusual()) {
            return null;
        }
        String reason = Objects.requireNonNullElse(reason(state.today()), words.text("shop.closedToday"));
        LocalDate next = state.nextDay();
        String strong = next == null
                ? reason
                : words.text("shop.noticeReopens", reason, formats.in().day(next), time(state.nextTime()));
        return new Notice(strong, words.text("shop.noticeOrder"));
    }

    /** Monday to Sunday of this week. */
    public List<DayLine> week(Shop shop) {
        LocalDate today = clock.today();
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        OpeningHours hours = shop.hours(language.getCode());
        return IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .map(day -> line(day, hours.on(day), day.equals(today)))
                .toList();
    }

    /** The dates of the next two weeks that differ from the others, as sentences. */
    public List<String> exceptions(Shop shop) {
        OpeningHours hours = shop.hours(language.getCode());
        LocalDate today = clock.today();
        return IntStream.range(0, 15)
                .mapToObj(today::plusDays)
                .filter(day -> differs(hours, day))
                .map(day -> formats.in().day(day) + words.text("shop.colon") + dayHours(hours.on(day)))
                .toList();
    }

    private static boolean differs(OpeningHours hours, LocalDate day) {
        OpeningHours.Day that = hours.on(day);
        return !that.ranges().equals(hours.weekly().getOrDefault(day.getDayOfWeek(), List.of()));
    }

    private DayLine line(LocalDate date, OpeningHours.Day day, boolean today) {
        String name = date.getDayOfWeek().getDisplayName(java.time.format.TextStyle.FULL, language.getLocale());
        String style = (today ? "today" : "") + (day.ranges().isEmpty() ? " off" : "");
        return new DayLine(name, dayHours(day), style.strip());
    }

    private String dayHours(OpeningHours.Day day) {
        String reason = reason(day);
        if (day.ranges().isEmpty()) {
            return words.text("shop.closedDay") + (reason == null ? "" : ", " + reason);
        }
        Formats in = formats.in();
        String ranges = day.ranges().stream()
                .map((TimeRange range) -> in.hours(range.start(), range.end()))
                .collect(Collectors.joining(", "));
        return reason == null ? ranges : ranges + " (" + reason + ")";
    }

    private @Nullable String reason(OpeningHours.Day day) {
        String own = day.reason();
        if (own != null) {
            return own;
        }
        String key = day.reasonKey();
        return key != null && key.startsWith("holiday.") ? calendar().getString(key) : null;
    }

    private ResourceBundle calendar() {
        return ResourceBundle.getBundle(CALENDAR, language.getLocale(), OpeningHours.class.getClassLoader());
    }

    private String closed(OpenState state) {
        LocalDate next = state.nextDay();
        if (next == null) {
            return words.text("shop.closed");
        }
        LocalDate today = clock.today();
        if (next.equals(today)) {
            return words.text("shop.closedUntilHour", time(state.nextTime()));
        }
        return next.equals(today.plusDays(1))
                ? words.text("shop.closedUntilTomorrow", time(state.nextTime()))
                : words.text("shop.closedUntilDay", formats.in().day(next), time(state.nextTime()));
    }

    private OpenState state(Shop shop) {
        ZonedDateTime now = clock.inParis();
        return OpenState.at(shop.hours(language.getCode()), now);
    }

    private static LocalTime time(@Nullable LocalTime time) {
        return Objects.requireNonNull(time);
    }
}
