package fr.halle.cart.web;

import fr.halle.catalog.model.ProductKind;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a prestation in words: {@code bouteille de 75 cl · 9,80 €}, {@code 6 – 13 février 2027 · 7 nuits · 4 adultes et 2 enfants}. */
@RequestScoped
public class PrestationWords {

    private static final String SEPARATOR = " · ";

    @Inject
    private FormatsBean formats;

    @Inject
    private Words words;

    public String details(Prestation prestation) {
        List<String> details = new ArrayList<>();
        add(details, prestation.variant());
        add(details, formats.in().participant(prestation.detail()));
        add(details, when(prestation));
        String size = prestation.size();
        add(details, size == null ? "" : words.text("line.size", size));
        add(details, persons(prestation));
        if (prestation.kind() == ProductKind.GOODS) {
            // What has dates says how long it lasts; « la nuit » would only be the price's unit.
            add(details, prestation.byWeight() ? "" : prestation.unitText());
            add(details, unitPrice(prestation));
        }
        long tax = prestation.taxCents();
        add(details, tax == 0 ? "" : words.text("line.tax", formats.cents(tax)));
        return String.join(SEPARATOR, details);
    }

    /** {@code 2 × huîtres} for what is counted, {@code 750 g} for what is weighed; nothing for one of a kind. */
    public String amount(Prestation prestation) {
        if (prestation.byWeight()) {
            return formats.grams(prestation.quantity());
        }
        return prestation.quantity() == 1 ? "" : formats.in().number(prestation.quantity()) + "\u00a0×";
    }

    private String unitPrice(Prestation prestation) {
        String price = formats.cents(prestation.unitCents());
        return prestation.byWeight() ? words.text("line.perKilo", price) : price;
    }

    private String when(Prestation prestation) {
        Formats in = formats.in();
        Instant startsAt = prestation.startsAt();
        if (startsAt != null) {
            Instant endsAt = prestation.endsAt();
            return endsAt == null ? in.moment(startsAt) : in.slot(startsAt, endsAt);
        }
        LocalDate from = prestation.startsOn();
        if (from == null) {
            return "";
        }
        LocalDate to = prestation.endsOn();
        if (to == null) {
            return words.text("line.from", in.date(from));
        }
        String dates = in.dates(from, to);
        if (prestation.kind() != ProductKind.LODGING) {
            return dates;
        }
        return dates + SEPARATOR + words.count("line.nights", ChronoUnit.DAYS.between(from, to));
    }

    private String persons(Prestation prestation) {
        int adults = orZero(prestation.adults());
        int children = orZero(prestation.children());
        if (adults + children == 0) {
            return "";
        }
        String grown = adults == 0 ? "" : words.count("line.adults", adults);
        String small = children == 0 ? "" : words.count("line.children", children);
        return grown.isEmpty() || small.isEmpty() ? grown + small : words.text("line.and", grown, small);
    }

    private static int orZero(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static void add(List<String> details, String text) {
        if (!text.isBlank()) {
            details.add(text);
        }
    }
}
