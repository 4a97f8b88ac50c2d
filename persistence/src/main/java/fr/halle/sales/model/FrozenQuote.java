package fr.halle.sales.model;

import fr.halle.checkout.model.OrderDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A quote exactly as its customer is shown it, kept as JSON when it is sent and never changed. Its hash is the evidence of what was
 * accepted (K23). All texts are in its language, amounts are cents, VAT included.
 *
 * @param desk who offers it, as the customer knows it
 * @param sellers with whom the customer would contract (C29), each once
 * @param balanceDueOn null where nothing is left to pay later
 * @param validUntil the last day on which it can be accepted and paid
 * @param totals of what is taken unless the customer picks otherwise
 * @param message what the desk says on the quote itself, may be empty
 * @param terms that are accepted with it (C04), as they were when it was sent
 */
public record FrozenQuote(
        int no,
        String language,
        String portal,
        String desk,
        List<Seller> sellers,
        OrderDraft.Customer customer,
        @Nullable LocalDate arrivesOn,
        @Nullable LocalDate leavesOn,
        @Nullable Integer adults,
        @Nullable Integer children,
        List<Line> lines,
        long discountCents,
        String discountReason,
        QuoteAsk ask,
        int depositBp,
        @Nullable LocalDate balanceDueOn,
        LocalDate sentOn,
        LocalDate validUntil,
        QuoteTotals totals,
        String message,
        List<Terms> terms) {

    public FrozenQuote {
        sellers = List.copyOf(sellers);
        lines = List.copyOf(lines);
        terms = List.copyOf(terms);
    }

    /** Who sells: its shop's name and what the law wants told of it. */
    public record Seller(
            long merchantId,
            String name,
            String legalName,
            String siret,
            String vatNumber,
            String email,
            String phone) {}

    /**
     * One prestation.
     *
     * @param lineId its row, by which the customer picks it
     * @param publicCents what anybody else pays for it, null where that is not known or not more
     * @param alternative which choice it belongs to, null unless it is one of alternatives
     * @param taken whether it counts unless the customer picks otherwise; a firm one always is
     * @param line as it will be ordered, before discount and deposit: all of it due at once
     */
    public record Line(
            long lineId,
            LineSource source,
            @Nullable String catalogueCode,
            @Nullable String outsideId,
            long merchantId,
            long shopId,
            @Nullable Long publicCents,
            LinePick pick,
            @Nullable Integer alternative,
            boolean taken,
            OrderDraft.Line line) {}

    /** @param merchantId null for the portal's own */
    public record Terms(@Nullable Long merchantId, long versionId, String sha256) {}

    /** What is taken before anybody picks. */
    public Set<Long> usual() {
        return lines.stream()
                .filter(Line::taken)
                .map(Line::lineId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The lines that count when the customer picks these, in the quote's order; firm ones come along unasked.
     *
     * @throws PickRefused for a line that is not of this quote, or unless exactly one of each set of alternatives is picked
     */
    public List<Line> taken(Set<Long> picked) {
        Set<Long> unknown = new HashSet<>(picked);
        List<Line> taken = new ArrayList<>();
        Map<Integer, Integer> ofAlternative = new HashMap<>();
        for (Line line : lines) {
            unknown.remove(line.lineId());
            boolean counts = line.pick() == LinePick.FIRM || picked.contains(line.lineId());
            Integer alternative = line.alternative();
            if (alternative != null) {
                ofAlternative.merge(alternative, counts ? 1 : 0, Integer::sum);
            }
            if (counts) {
                taken.add(line);
            }
        }
        if (!unknown.isEmpty()) {
            throw new PickRefused(PickRefused.Why.UNKNOWN);
        }
        if (ofAlternative.values().stream().anyMatch(many -> many != 1)) {
            throw new PickRefused(PickRefused.Why.NOT_ONE);
        }
        return taken;
    }

    /** @throws PickRefused as {@link #taken} */
    public QuoteTotals totals(Set<Long> picked) {
        return QuoteTotals.of(taken(picked).stream().map(Line::line).toList(), discountCents, ask, depositBp);
    }
}
