package fr.halle.cart.web;

import fr.halle.cart.service.CartPart;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.model.Slot;
import fr.halle.merchant.model.SlotDay;
import fr.halle.merchant.service.Shop;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws a shop's week of slots. */
@RequestScoped
class SlotWeeks {

    private static final int DAYS = 7;
    private static final int MOST_ROWS = 30;

    @Inject
    private Slots slots;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentLanguage language;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    /** @param from the first day asked for, as it stands in the address */
    SlotWeek of(CartPart part, @Nullable String from) {
        Shop shop = part.shop();
        LocalDate earliest = slots.firstDay(Objects.requireNonNullElse(part.collectedFrom(), clock.today()));
        LocalDate last = slots.firstDay(
                Objects.requireNonNullElse(part.collectedUntil(), clock.today().plusDays(Slots.FARTHEST_DAYS)));
        LocalDate asked = max(earliest, min(last, slots.firstDay(day(from, part.slotStart()))));
        List<SlotDay> days = slots.of(shop.id(), asked, DAYS + 1, language.getCode());
        // A day that is over is no choice and needs no reason.
        days = isOver(days.get(0)) ? days.subList(1, DAYS + 1) : days.subList(0, DAYS);
        long offered = 1 + ChronoUnit.DAYS.between(days.get(0).date(), last);
        days = days.subList(0, (int) Math.max(1, Math.min(DAYS, offered)));
        LocalDate first = days.get(0).date();
        LocalDate next = first.plusDays(DAYS);
        return new SlotWeek(
                words.text("basket.week", formats.day(first)),
                days.stream().map(day -> day(shop, day, part.slotStart())).toList(),
                asked.isAfter(earliest) ? href(shop, max(earliest, asked.minusDays(DAYS))) : null,
                next.isAfter(last) ? null : href(shop, next));
    }

    private static boolean isOver(SlotDay day) {
        return day.free().isEmpty()
                && day.items().stream().anyMatch(item -> item.gap() == GapReason.PAST)
                && day.items().stream().noneMatch(item -> item.gap() == GapReason.TOO_EARLY);
    }

    /** The week asked for, else the one of the slot chosen, else this one. */
    private LocalDate day(@Nullable String from, @Nullable Instant chosen) {
        if (from != null) {
            try {
                return LocalDate.parse(from);
            } catch (DateTimeParseException e) {
                return clock.today();
            }
        }
        LocalDate today = clock.today();
        if (chosen == null) {
            return today;
        }
        LocalDate day = chosen.atZone(HalleClock.PARIS).toLocalDate();
        return day.isBefore(today.plusDays(DAYS)) ? today : day;
    }

    private SlotWeek.Day day(Shop shop, SlotDay day, @Nullable Instant chosen) {
        List<SlotWeek.Item> items = day.items().stream()
                .map(item -> item.isFree() ? free(item, chosen) : gap(shop, item))
                .toList();
        Locale locale = language.getLocale();
        return new SlotWeek.Day(
                "day-" + shop.id() + "-" + day.date(),
                DateTimeFormatter.ofPattern("EEEE", locale).format(day.date()),
                DateTimeFormatter.ofPattern("d MMM", locale).format(day.date()),
                items,
                items.stream().anyMatch(SlotWeek.Item::checked));
    }

    private SlotWeek.Item free(SlotDay.Item item, @Nullable Instant chosen) {
        Slot slot = Objects.requireNonNull(item.slot());
        Instant start = slot.startsAt();
        return new SlotWeek.Item(start.toString(), formats.time(start), start.equals(chosen), null, null, item.rows());
    }

    private SlotWeek.Item gap(Shop shop, SlotDay.Item item) {
        GapReason reason = Objects.requireNonNull(item.gap());
        String key = item.detailKey();
        String detail = key == null ? item.detail() : words.calendar(key);
        if (reason == GapReason.TOO_EARLY) {
            detail = words.text("basket.preparing", words.duration(shop.leadMinutes()));
        }
        return new SlotWeek.Item(
                null,
                formats.in().hours(item.start(), item.end()),
                false,
                words.calendar(reason.key()),
                detail,
                Math.min(item.rows(), MOST_ROWS));
    }

    private static String href(Shop shop, LocalDate from) {
        return "/basket?change=" + shop.id() + "&from=" + from + "#part-" + shop.id();
    }

    private static LocalDate min(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate max(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
