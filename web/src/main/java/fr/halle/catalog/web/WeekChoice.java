package fr.halle.catalog.web;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductView;
import fr.halle.catalog.service.Availability;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A group lesson: a week first, then a level among those that have places left in it. */
@Named("weekChoice")
@RequestScoped
public class WeekChoice {

    private static final int USUAL_DAYS = 6;
    private static final String FORM = "#choose";
    private static final int MOST_WEEKS = 5;

    @Inject
    private Calendars calendars;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private Left left;

    private List<Way> weeks = List.of();
    private List<Pick> levels = List.of();
    private @Nullable LocalDate week;
    private String schedule = "";
    private @Nullable String laterHref;

    void read(ProductView product, Asked asked) {
        LocalDate from = calendars.begin(product.card().id(), asked);
        List<Opening> openings = calendars.openings(product.card().id(), from, Availability.MOST_DAYS - 1);
        SortedMap<LocalDate, Long> days = Calendars.byDay(openings);
        LocalDate asking = asked.startsOn();
        LocalDate chosen = asking != null && days.containsKey(asking) ? asking : Calendars.best(days);
        week = chosen;
        String base = "/product/" + product.card().slug() + "?from=" + from;
        int lasts = product.terms().get("lessonDays") instanceof Number n ? n.intValue() : USUAL_DAYS;
        weeks = days.entrySet().stream()
                .limit(MOST_WEEKS)
                .map(day -> new Way(
                        base + "&startsOn=" + day.getKey() + FORM,
                        formats.dates(day.getKey(), day.getKey().plusDays(lasts - 1L)),
                        Left.tone(day.getValue()),
                        left.say("places", day.getValue()),
                        day.getKey().equals(chosen) ? "true" : null))
                .toList();
        if (days.size() > MOST_WEEKS) {
            LocalDate later =
                    days.keySet().stream().skip(MOST_WEEKS).findFirst().orElseThrow();
            laterHref = "/product/" + product.card().slug() + "?from=" + later + FORM;
        }
        levels(product, asked, openings, chosen);
    }

    private void levels(ProductView product, Asked asked, List<Opening> openings, @Nullable LocalDate chosen) {
        Map<Long, Long> places = new HashMap<>();
        for (Opening opening : openings) {
            if (chosen != null && chosen.equals(opening.day()) && opening.variantId() != null) {
                places.put(opening.variantId(), opening.left());
            }
        }
        Formats in = formats.in();
        levels = product.variants().stream()
                .map(variant -> {
                    long room = places.getOrDefault(variant.id(), 0L);
                    return new Pick(
                            Long.toString(variant.id()),
                            variant.label(),
                            in.cents(variant.priceCents()),
                            ages(variant),
                            Left.tone(room),
                            left.say("places", room),
                            Pick.checked(asked.isVariant(variant.id())),
                            Pick.disabled(room <= 0));
                })
                .toList();
        schedule = product.variants().stream()
                .map(ProductView.Variant::schedule)
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private String ages(ProductView.Variant variant) {
        Integer least = variant.ageMin();
        Integer most = variant.ageMax();
        if (least == null) {
            return "";
        }
        return most == null ? words.text("choose.ageFrom", least) : words.text("choose.ages", least, most);
    }

    public List<Way> getWeeks() {
        return weeks;
    }

    public List<Pick> getLevels() {
        return levels;
    }

    public @Nullable LocalDate getWeek() {
        return week;
    }

    public String getSchedule() {
        return schedule;
    }

    public @Nullable String getLaterHref() {
        return laterHref;
    }
}
