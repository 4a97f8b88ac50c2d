package fr.halle.catalog.web;

import fr.halle.catalog.model.Opening;
import fr.halle.catalog.model.ProductKind;
import fr.halle.catalog.model.ProductView;
import fr.halle.shared.service.Formats;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What needs no calendar to be chosen: goods and their sizes, passes by length and age class, prices of a session. */
@Named("plainChoice")
@RequestScoped
public class PlainChoice {

    private static final long KILOGRAM = 1000;

    @Inject
    private Calendars calendars;

    @Inject
    private HalleClock clock;

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    @Inject
    private Left left;

    private List<Pick> variants = List.of();
    private List<Group> groups = List.of();
    private String tone = "";
    private String stock = "";
    private boolean soldOut;

    /** Passes of one age class. */
    public record Group(String name, List<Pick> picks) {}

    void read(ProductView product, Asked asked) {
        boolean goods = product.card().kind() == ProductKind.GOODS;
        Map<Long, Long> counted =
                goods && !product.variants().isEmpty() ? counted(product.card().id()) : Map.of();
        Formats in = formats.in();
        variants = product.variants().stream()
                .map(variant -> pick(in, variant, counted.get(variant.id()), asked))
                .toList();
        groups = product.card().kind() == ProductKind.PASS ? groups(variants) : List.of();
        Long rest = product.left();
        if (goods && rest != null) {
            tone = Left.tone(product.card().byWeight() ? rest / KILOGRAM : rest);
            soldOut = rest <= 0;
            stock = product.card().byWeight() && rest > 0
                    ? words.text("choose.inStock", in.grams(rest))
                    : left.say("pieces", rest);
        }
    }

    private Map<Long, Long> counted(long productId) {
        Map<Long, Long> counted = new HashMap<>();
        for (Opening opening : calendars.openings(productId, clock.today(), 1)) {
            if (opening.variantId() != null && opening.day() == null) {
                counted.merge(opening.variantId(), opening.left(), Long::sum);
            }
        }
        return counted;
    }

    private Pick pick(Formats in, ProductView.Variant variant, @Nullable Long room, Asked asked) {
        return new Pick(
                Long.toString(variant.id()),
                variant.label(),
                in.cents(variant.priceCents()),
                "",
                room == null ? "" : Left.tone(room),
                room == null ? "" : left.say("pieces", room),
                Pick.checked(asked.isVariant(variant.id())),
                Pick.disabled(room != null && room <= 0));
    }

    /** « Adulte, 6 jours » and « Adulte, 7 jours » are of one class. */
    private static List<Group> groups(List<Pick> variants) {
        Map<String, List<Pick>> byClass = new LinkedHashMap<>();
        for (Pick pick : variants) {
            int comma = pick.label().lastIndexOf(',');
            String name = comma < 0 ? pick.label() : pick.label().substring(0, comma);
            byClass.computeIfAbsent(name, key -> new ArrayList<>()).add(pick);
        }
        return byClass.entrySet().stream()
                .map(one -> new Group(Objects.requireNonNull(one.getKey()), one.getValue()))
                .toList();
    }

    public List<Pick> getVariants() {
        return variants;
    }

    public List<Group> getGroups() {
        return groups;
    }

    public String getTone() {
        return tone;
    }

    public String getStock() {
        return stock;
    }

    public boolean isSoldOut() {
        return soldOut;
    }
}
