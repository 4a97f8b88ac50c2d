package fr.halle.catalog.web;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductView;
import fr.halle.catalog.service.Availability;
import fr.halle.catalog.service.Upcoming;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gear for some days: from and to, a class with its price for so many days, a size of it that is left on every one of them. */
@Named("rentalChoice")
@RequestScoped
public class RentalChoice {

    @Inject
    private Calendars calendars;

    @Inject
    private Upcoming upcoming;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private Left left;

    private List<Pick> classes = List.of();
    private List<Pick> sizes = List.of();
    private @Nullable LocalDate firstDay;
    private int days;

    void read(ProductView product, Asked asked) {
        firstDay = upcoming.firstDay(product.card().id()).orElse(null);
        days = days(asked);
        ProductView.Variant chosen = product.variants().stream()
                .filter(variant -> asked.isVariant(variant.id()))
                .findFirst()
                .orElse(product.variants().isEmpty() ? null : product.variants().get(0));
        Formats in = formats.in();
        classes = product.variants().stream()
                .map(variant -> new Pick(
                        Long.toString(variant.id()),
                        variant.label(),
                        price(in, variant),
                        "",
                        "",
                        "",
                        Pick.checked(variant == chosen),
                        null))
                .toList();
        sizes = chosen == null ? List.of() : sizes(product, chosen, asked);
    }

    /** How many days, both included; 0 where the dates are not chosen or make no sense. */
    private static int days(Asked asked) {
        LocalDate first = asked.startsOn();
        LocalDate last = asked.endsOn();
        if (first == null || last == null || last.isBefore(first)) {
            return 0;
        }
        long days = ChronoUnit.DAYS.between(first, last) + 1;
        return days > Availability.MOST_DAYS ? 0 : (int) days;
    }

    private String price(Formats in, ProductView.Variant variant) {
        List<Long> prices = variant.dayPrices();
        if (prices.isEmpty() || days > prices.size()) {
            return "";
        }
        return days == 0
                ? words.text("choose.perDay", in.cents(prices.get(0)))
                : words.count("choose.forDays", days).replace("{1}", in.cents(prices.get(days - 1)));
    }

    private List<Pick> sizes(ProductView product, ProductView.Variant chosen, Asked asked) {
        Map<String, Long> least = days == 0 ? Map.of() : least(product, chosen, asked);
        return chosen.sizes().stream()
                .map(size -> {
                    Long room = days == 0 ? null : least.getOrDefault(size, 0L);
                    return new Pick(
                            size,
                            size,
                            "",
                            "",
                            room == null ? "" : Left.tone(room),
                            room == null ? "" : left.say("sets", room),
                            Pick.checked(size.equals(asked.size())),
                            Pick.disabled(room != null && room <= 0));
                })
                .toList();
    }

    /** What is left of each size on the day when least is. */
    private Map<String, Long> least(ProductView product, ProductView.Variant chosen, Asked asked) {
        Map<String, Long> least = new HashMap<>();
        Map<String, Integer> found = new HashMap<>();
        LocalDate first = Objects.requireNonNull(asked.startsOn());
        for (Opening opening : calendars.openings(product.card().id(), first, days)) {
            String size = opening.size();
            if (size != null && Objects.equals(opening.variantId(), chosen.id())) {
                least.merge(size, opening.left(), Math::min);
                found.merge(size, 1, Integer::sum);
            }
        }
        // A day without a row is a day on which nothing is rented.
        found.forEach((size, many) -> {
            if (many < days) {
                least.put(size, 0L);
            }
        });
        return least;
    }

    public List<Pick> getClasses() {
        return classes;
    }

    public List<Pick> getSizes() {
        return sizes;
    }

    public @Nullable LocalDate getFirstDay() {
        return firstDay;
    }

    public boolean isDated() {
        return days > 0;
    }
}
