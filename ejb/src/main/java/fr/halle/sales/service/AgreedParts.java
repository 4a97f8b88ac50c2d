package fr.halle.sales.service;

import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.sales.model.FrozenQuote;
import fr.halle.sales.model.QuoteTotals;
import fr.halle.shared.model.Allocation;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An accepted quote as the parts of an order, to the cent: its discount and what is paid now are shared among the lines by what each
 * costs, the rest of each is its balance. Nothing is collected at a counter: how a thing reaches its customer was agreed in words.
 */
final class AgreedParts {

    /** The link leaves so many days before the balance is due, as a lodging's does. */
    private static final int DAYS_TO_PAY = 7;

    private final FrozenQuote quote;
    private final LocalDate today;

    AgreedParts(FrozenQuote quote, LocalDate today) {
        this.quote = quote;
        this.today = today;
    }

    /**
     * One part for each shop, in the quote's order.
     *
     * @param picked the options and alternatives that are taken
     * @throws fr.halle.sales.model.PickRefused when they cannot be picked
     */
    List<Part> of(Set<Long> picked) {
        List<FrozenQuote.Line> taken = quote.taken(picked);
        QuoteTotals totals = quote.totals(picked);
        List<Line> lines = taken.stream().map(FrozenQuote.Line::line).toList();
        long[] off = QuoteTotals.discounts(lines, quote.discountCents());
        long[] net = new long[off.length];
        for (int i = 0; i < off.length; i++) {
            net[i] = lines.get(i).totalCents() - off[i];
        }
        long[] now = Allocation.split(totals.dueNowCents(), net);
        Map<Long, List<Line>> byShop = new LinkedHashMap<>();
        Map<Long, Long> merchants = new LinkedHashMap<>();
        for (int i = 0; i < off.length; i++) {
            long shop = taken.get(i).shopId();
            merchants.put(shop, taken.get(i).merchantId());
            byShop.computeIfAbsent(shop, key -> new ArrayList<>()).add(agreed(i + 1, lines.get(i), net[i], now[i]));
        }
        return byShop.entrySet().stream()
                .map(one -> part(Objects.requireNonNull(merchants.get(one.getKey())), one.getKey(), one.getValue()))
                .toList();
    }

    private Part part(long merchantId, long shopId, List<Line> lines) {
        return new Part(merchantId, shopId, "NONE", null, null, null, null, null, null, 0, firstDay(lines), lines);
    }

    private LocalDate firstDay(List<Line> lines) {
        return lines.stream()
                .flatMap(line -> Stream.ofNullable(day(line)))
                .min(LocalDate::compareTo)
                .or(() -> Stream.ofNullable(quote.arrivesOn()).findFirst())
                .orElse(today);
    }

    private static @Nullable LocalDate day(Line line) {
        Instant at = line.startsAt();
        return line.startsOn() != null || at == null
                ? line.startsOn()
                : at.atZone(HalleClock.PARIS).toLocalDate();
    }

    private Line agreed(int no, Line line, long net, long now) {
        long quantity = line.quantity();
        boolean each = !line.byWeight() && net % quantity == 0;
        Line priced = net == line.totalCents()
                ? line
                : line.costing(each ? net / quantity : line.unitCents(), net, line.vatBp());
        return priced.numbered(no).paying(now, balance(net - now, line.taxCents()));
    }

    /** The tourist tax is paid with what is paid last, as a lodging's is. */
    private @Nullable Balance balance(long later, long tax) {
        if (later == 0) {
            return null;
        }
        LocalDate due = quote.balanceDueOn() == null ? today : quote.balanceDueOn();
        return new Balance(later, Math.min(tax, later), due.minusDays(DAYS_TO_PAY), due);
    }
}
