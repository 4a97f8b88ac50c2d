package fr.halle.cart.web;

import fr.halle.cart.service.CartPart;
import fr.halle.merchant.model.GapReason;
import fr.halle.merchant.model.Slot;
import fr.halle.merchant.model.SlotDay;
import fr.halle.merchant.service.Slots;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A week of a shop's half-hours, each free or with its reason (C09, C11): a missing one is never a hole. */
@RequestScoped
public class BasketSlots {

    private static final int WEEK = 7;
    private static final int MOST_ROWS = 12;

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

    /** @param later the first day of the week after, null when that is too far to plan */
    record Shown(List<BasketPart.Day> days, @Nullable String later) {

        static final Shown NOTHING = new Shown(List.of(), null);
    }

    Shown of(CartPart part, @Nullable String from) {
        LocalDate first = slots.firstDay(day(from));
        LocalDate next = first.plusDays(WEEK);
        Instant chosen = part.slotStart();
        List<BasketPart.Day> days = slots.of(part.shop().id(), first, WEEK, language.getCode()).stream()
                .map(day -> day(day, chosen))
                .toList();
        return new Shown(days, slots.firstDay(next).equals(next) ? next.toString() : null);
    }

    private LocalDate day(@Nullable String text) {
        if (text == null) {
            return clock.today();
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException forged) {
            // An address that was tampered with shows the first week.
            return clock.today();
        }
    }

    private BasketPart.Day day(SlotDay day, @Nullable Instant chosen) {
        Formats in = formats.in();
        String weekday = day.date().getDayOfWeek().getDisplayName(TextStyle.FULL, in.locale());
        return new BasketPart.Day(
                weekday,
                in.dayOfMonth(day.date()),
                day.items().stream().map(item -> item(item, chosen)).toList());
    }

    private BasketPart.Item item(SlotDay.Item item, @Nullable Instant chosen) {
        Slot slot = item.slot();
        if (slot != null) {
            Instant start = slot.startsAt();
            return new BasketPart.Item(
                    true, start.toString(), formats.in().time(item.start()), start.equals(chosen), 1, "", null);
        }
        GapReason gap = item.gap() == null ? GapReason.CLOSED : item.gap();
        return new BasketPart.Item(
                false, "", "", false, Math.min(item.rows(), MOST_ROWS), words.calendar(gap.key()), detail(item, gap));
    }

    private @Nullable String detail(SlotDay.Item item, GapReason gap) {
        if (gap == GapReason.TOO_EARLY) {
            return words.text("basket.preparation");
        }
        String own = item.detail();
        if (own != null && !own.isEmpty()) {
            return own;
        }
        return item.detailKey() == null ? null : words.calendar(item.detailKey());
    }
}
