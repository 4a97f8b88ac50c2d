package fr.halle.checkout.service;

import fr.halle.checkout.model.OrderDraft.Balance;
import fr.halle.checkout.model.OrderDraft.Line;
import fr.halle.checkout.model.OrderDraft.Part;
import fr.halle.payment.service.ShareStays;
import fr.halle.payment.service.ShareStays.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * How far what was paid for one part pays for another (K10). What it does not cover is asked for later: first as the balances that the
 * prestations have by themselves, on their own days; the rest at once, of the dearest prestation, so that it is one link where it can
 * be. What was paid beyond the total is given back. Amounts are cents.
 *
 * @param part the new one: due now is exactly what was paid for it already
 * @param backCents what was paid and is not needed
 */
record Coverage(Part part, long backCents) {

    /** @throws ShareStays when not even the shipping is covered */
    static Coverage of(Part wished, long paid, LocalDate today, int daysToPay) {
        long rest = Math.max(0, wished.totalCents() - paid);
        if (paid < wished.shippingCents()) {
            throw new ShareStays(Reason.UNCOVERED);
        }
        List<Line> lines = wished.lines();
        long[] later = later(lines, rest);
        LocalDate end = wished.serviceDate().isBefore(today) ? today : wished.serviceDate();
        LocalDate due = today.plusDays(daysToPay).isAfter(end) ? end : today.plusDays(daysToPay);
        List<Line> covered = new ArrayList<>();
        for (int i = 0; i < later.length; i++) {
            covered.add(line(lines.get(i), later[i], today, due));
        }
        return new Coverage(wished.with(covered), Math.max(0, paid - wished.totalCents()));
    }

    private static long[] later(List<Line> lines, long rest) {
        long[] later = new long[lines.size()];
        long left = rest;
        for (int i = 0; i < later.length; i++) {
            Balance own = lines.get(i).balance();
            later[i] = Math.min(own == null ? 0 : own.cents(), left);
            left -= later[i];
        }
        List<Integer> byPrice = new ArrayList<>();
        for (int i = 0; i < later.length; i++) {
            byPrice.add(i);
        }
        byPrice.sort(Comparator.comparing((Integer i) -> lines.get(i).balance() != null)
                .thenComparing(i -> -lines.get(i).totalCents()));
        for (int i : byPrice) {
            long more = Math.min(lines.get(i).totalCents() - later[i], left);
            later[i] += more;
            left -= more;
        }
        return later;
    }

    private static Line line(Line line, long later, LocalDate today, LocalDate due) {
        Balance own = line.balance();
        long now = line.totalCents() - later;
        if (later == 0) {
            return line.paying(now, null);
        }
        long ownTax = own == null ? 0 : Math.min(own.taxCents(), later);
        // The tax lies within what it is paid with, now and later.
        long taxLater = Math.max(ownTax, line.taxCents() - now);
        return line.paying(
                now, new Balance(later, taxLater, own == null ? today : own.sendOn(), own == null ? due : own.dueOn()));
    }

    /** The tourist tax within what is paid already. */
    long taxNowCents() {
        return part.lines().stream()
                .mapToLong(line -> {
                    Balance later = line.balance();
                    return line.taxCents() - (later == null ? 0 : later.taxCents());
                })
                .sum();
    }

    /** What is asked for by a link at once. */
    long linkCents(LocalDate today) {
        return part.lines().stream()
                .map(Line::balance)
                .filter(Objects::nonNull)
                .filter(later -> !later.sendOn().isAfter(today))
                .mapToLong(Balance::cents)
                .sum();
    }

    /** What is asked for on a later day, as the prestation itself has it. */
    long laterCents(LocalDate today) {
        return part.totalCents() - part.dueNowCents() - linkCents(today);
    }
}
