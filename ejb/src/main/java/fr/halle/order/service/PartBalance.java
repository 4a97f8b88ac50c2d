package fr.halle.order.service;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a bill brings to one part: its lines' balances together. Amounts are cents. */
record PartBalance(long merchantId, long partId, String partNumber, long grossCents, long taxCents) {

    /** By merchant, so that a cent of a fee that does not divide goes to the same one every time. */
    static List<PartBalance> of(List<BilledBalance> balances) {
        Map<Long, PartBalance> parts = new TreeMap<>();
        balances.forEach(one -> parts.merge(
                one.partId(),
                new PartBalance(one.merchantId(), one.partId(), one.partNumber(), one.amountCents(), one.taxCents()),
                PartBalance::plus));
        return parts.values().stream()
                .sorted(Comparator.comparing(PartBalance::merchantId).thenComparing(PartBalance::partId))
                .toList();
    }

    private PartBalance plus(PartBalance more) {
        return new PartBalance(
                merchantId,
                partId,
                partNumber,
                Math.addExact(grossCents, more.grossCents),
                Math.addExact(taxCents, more.taxCents));
    }
}
