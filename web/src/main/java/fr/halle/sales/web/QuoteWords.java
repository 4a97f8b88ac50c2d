package fr.halle.sales.web;

import fr.halle.checkout.model.OrderDraft;
import fr.halle.sales.model.LineSource;
import fr.halle.sales.model.QuoteState;
import fr.halle.sales.service.OfferKind;
import fr.halle.sales.service.OfferRow;
import fr.halle.sales.service.QuoteHead;
import fr.halle.sales.service.QuoteLine;
import fr.halle.sales.service.QuoteSending;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.CurrentLanguage;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A quote and its prestations in the words of whoever works on it. */
@Named("quotes")
@RequestScoped
public class QuoteWords {

    private static final String BETWEEN = " · ";

    @Inject
    private Words words;

    @Inject
    private CurrentLanguage language;

    /** When, for whom, what size: {@code 13 – 20/02/2027 · 2 adultes, 1 enfant}. */
    public String detail(OrderDraft.Line line) {
        List<String> said = new ArrayList<>();
        add(said, line.variant());
        add(said, formats().participant(line.detail()));
        add(said, formats().when(line.startsAt(), line.endsAt(), line.startsOn(), line.endsOn()));
        add(said, line.size() == null ? "" : words.text("pro.quote.size", line.size()));
        add(said, persons(line.adults(), line.children()));
        add(
                said,
                line.taxCents() == 0
                        ? ""
                        : words.text("pro.quote.tax", formats().cents(line.taxCents())));
        return String.join(BETWEEN, said);
    }

    public String offer(OfferRow row) {
        List<String> said = new ArrayList<>();
        add(said, row.variant());
        add(said, formats().when(row.startsAt(), row.endsAt(), row.startsOn(), row.endsOn()));
        add(said, row.size() == null ? "" : words.text("pro.quote.size", row.size()));
        if (row.isGone()) {
            add(said, words.text("pro.quote.gone"));
        } else if (row.left() != null && !row.byWeight()) {
            add(said, words.count("pro.quote.left", row.left()));
        } else if (row.productId() == null) {
            add(said, words.text("pro.quote.notOnLine"));
        }
        return said.isEmpty() ? row.name() : String.join(BETWEEN, said);
    }

    public String quantity(OrderDraft.Line line) {
        return formats().times(line.quantity(), line.byWeight());
    }

    public String tariff(QuoteLine line) {
        return line.source() == LineSource.CATALOGUE && line.catalogueCode() != null
                ? line.catalogueCode()
                : words.text("pro.quote.source." + line.source());
    }

    public String pick(QuoteLine line) {
        return switch (line.pick()) {
            case FIRM -> "";
            case OPTION -> words.text(line.taken() ? "pro.quote.optionTaken" : "pro.quote.option");
            case ALTERNATIVE ->
                words.text(
                        line.taken() ? "pro.quote.alternativeTaken" : "pro.quote.alternative",
                        Objects.requireNonNull(line.alternative()));
        };
    }

    public String icon(QuoteLine line) {
        return line.source() == LineSource.FREE
                ? "tag"
                : OfferKind.of(line.line().kind()).icon();
    }

    public String stay(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null
                ? words.text("pro.quote.noStay")
                : formats().dates(from, to);
    }

    public String persons(@Nullable Integer adults, @Nullable Integer children) {
        List<String> counted = new ArrayList<>();
        if (adults != null && adults > 0) {
            counted.add(words.count("pro.quote.adults", adults));
        }
        if (children != null && children > 0) {
            counted.add(words.count("pro.quote.children", children));
        }
        return String.join(", ", counted);
    }

    public String state(QuoteHead head) {
        if (head.orderNo() != null) {
            return words.text("pro.quote.state.ORDERED", OrderNumbers.format(head.orderNo()));
        }
        return words.state("Quote", head.state());
    }

    public String stateClass(QuoteState state) {
        return "st st-"
                + switch (state) {
                    case DRAFT -> "idle";
                    case SENT -> "processing";
                    case ACCEPTED -> "done";
                    case VOIDED, EXPIRED, DECLINED -> "cancelled";
                };
    }

    /** Why it ended: a reason of ours in words, or what somebody typed. */
    public String ended(QuoteHead head) {
        String reason = head.endReason();
        String key = "pro.quote.ended." + reason;
        return reason.equals(QuoteSending.REPLACED) || reason.matches("[A-Z_]{1,30}") && words.has(key)
                ? words.text(key)
                : reason;
    }

    private Formats formats() {
        return Formats.in(language.getCode());
    }

    private static void add(List<String> said, String text) {
        if (!text.isBlank()) {
            said.add(text);
        }
    }
}
