package fr.halle.order.web;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductView;
import fr.halle.catalog.service.Availability;
import fr.halle.catalog.service.Catalog;
import fr.halle.checkout.service.ReplacementBaskets.Offered;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of a product can be chosen in place of what a part holds (K10), by its kind: another session or week with the places left, other
 * dates, another size, another quantity. What is typed is read leniently; whether it can be had is the basket's to say.
 */
@Named
@RequestScoped
public class ReplaceChoice {

    private static final int DAYS_OF_HOURS = 21;
    private static final int DAYS = 90;
    private static final int MOST_OPENINGS = 200;
    private static final long HALF_A_KILO = 500;
    private static final long MOST = 1_000_000;

    @Inject
    private Catalog catalog;

    @Inject
    private Availability availability;

    @Inject
    private HalleClock clock;

    @Inject
    private CurrentLanguage language;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private PartForm form;

    private @Nullable ProductView product;
    private List<Option> openings = List.of();

    /** One of a list to choose from. */
    public record Option(String value, String label) {}

    void read(long portalId, Offered offered) {
        ProductView found =
                catalog.product(portalId, offered.slug(), language.getCode()).orElse(null);
        product = found;
        if (found != null && isOfOpenings()) {
            int days = kind() == ProductKind.PRIVATE_LESSON ? DAYS_OF_HOURS : DAYS;
            LocalDate today = clock.today();
            openings =
                    availability
                            .calendar(portalId, offered.id(), today, today.plusDays(days), language.getCode())
                            .stream()
                            .map(this::option)
                            .filter(Objects::nonNull)
                            .limit(MOST_OPENINGS)
                            .toList();
        }
    }

    private ProductKind kind() {
        return Objects.requireNonNull(product).card().kind();
    }

    private boolean isOfOpenings() {
        return switch (kind()) {
            case GROUP_LESSON, PRIVATE_LESSON, ACTIVITY -> true;
            case PASS, RENTAL, LODGING, INSURANCE, GOODS -> false;
        };
    }

    private @Nullable Option option(Opening opening) {
        Formats in = formats.in();
        String left = words.count("pro.replace.left", opening.left());
        Instant start = opening.startsAt();
        if (start != null) {
            return new Option(start.toString(), in.moment(start) + " · " + left);
        }
        LocalDate day = opening.day();
        if (day == null) {
            return null;
        }
        String level = Objects.requireNonNull(product).variants().stream()
                .filter(variant -> Objects.equals(opening.variantId(), variant.id()))
                .map(ProductView.Variant::label)
                .findFirst()
                .orElse("");
        String value = day + (opening.variantId() == null ? "" : ";" + opening.variantId());
        return new Option(
                value,
                Stream.of(in.day(day), level, left)
                        .filter(text -> !text.isEmpty())
                        .reduce((a, b) -> a + " · " + b)
                        .orElse(""));
    }

    /** What was chosen of the product that is shown. */
    Choice asked(long productId) {
        String opening = form.text("opening");
        boolean hour = opening.contains("T");
        String[] week = opening.split(";", 2);
        Long variant = number("variantId");
        return new Choice(
                productId,
                hour || week.length < 2 ? variant : Long.valueOf(number(week[1], -1)),
                form.holds("quantity") ? number(form.text("quantity"), 0) : 1,
                opening.isEmpty() || hour ? day(form.text("startsOn")) : day(week[0]),
                day(form.text("endsOn")),
                hour ? instant(opening) : null,
                form.text("size").isEmpty() ? null : form.text("size"),
                persons("adults"),
                persons("children"));
    }

    private @Nullable Integer persons(String field) {
        Long many = number(field);
        return many == null ? null : many.intValue();
    }

    private @Nullable Long number(String field) {
        return form.text(field).isEmpty() ? null : Long.valueOf(number(form.text(field), -1));
    }

    /** @param otherwise what is no number counts as, which nothing is */
    static long number(String typed, long otherwise) {
        return typed.matches("\\d{1,18}") ? Math.min(Long.parseLong(typed), MOST * MOST) : otherwise;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException forged) {
            return null;
        }
    }

    static @Nullable Instant instant(String typed) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeParseException forged) {
            return null;
        }
    }

    public boolean isChosen() {
        return product != null;
    }

    public @Nullable ProductView getProduct() {
        return product;
    }

    public List<Option> getOpenings() {
        return openings;
    }

    /** Whether it has days, hours or weeks of which none is left. */
    public boolean isOver() {
        return isOfOpenings() && openings.isEmpty();
    }

    /** Variants of their own: a lesson's level comes with its week. */
    public List<Option> getVariants() {
        return kind() == ProductKind.GROUP_LESSON
                ? List.of()
                : Objects.requireNonNull(product).variants().stream()
                        .map(variant -> new Option(
                                Long.toString(variant.id()),
                                variant.label() + " · " + formats.cents(variant.priceCents())))
                        .toList();
    }

    public List<String> getSizes() {
        return Objects.requireNonNull(product).variants().stream()
                .flatMap(variant -> variant.sizes().stream())
                .distinct()
                .toList();
    }

    public boolean isFrom() {
        return switch (kind()) {
            case PASS, RENTAL, LODGING -> true;
            case GROUP_LESSON, PRIVATE_LESSON, ACTIVITY, INSURANCE, GOODS -> false;
        };
    }

    public boolean isUntil() {
        return kind() == ProductKind.RENTAL || kind() == ProductKind.LODGING;
    }

    public boolean isParty() {
        return kind() == ProductKind.LODGING;
    }

    public boolean isCounted() {
        return switch (kind()) {
            case LODGING, INSURANCE, PRIVATE_LESSON -> false;
            case GROUP_LESSON, ACTIVITY, PASS, RENTAL, GOODS -> true;
        };
    }

    public long getUsual() {
        return Objects.requireNonNull(product).card().byWeight() ? HALF_A_KILO : 1;
    }

    public LocalDate getToday() {
        return clock.today();
    }

    public String getQuantityLabel() {
        return words.text(
                Objects.requireNonNull(product).card().byWeight() ? "pro.replace.grams" : "pro.replace.quantity");
    }
}
