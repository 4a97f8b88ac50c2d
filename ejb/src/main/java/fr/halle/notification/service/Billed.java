package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What a letter about a bill tells of it: balances with their lines, of the reader's part alone where it is a part's letter. */
record Billed(List<One> all, String token) {

    /** One line. */
    record One(Facts.Balance balance, OrderLine line, Facts.Part part) {}

    Billed {
        all = List.copyOf(all);
    }

    /** @throws LetterRefused when nothing of it is asked for any more */
    static Billed asked(Brief brief) {
        List<Facts.Balance> asked = of(brief, Facts.Balance::isAsked);
        if (asked.isEmpty()) {
            throw new LetterRefused("a balance that is still to be paid");
        }
        return read(brief, asked);
    }

    static Billed paid(Brief brief) {
        return ofWhich(brief, Facts.Balance::isPaid);
    }

    /** What was not paid, whether or not it was since. */
    static Billed missed(Brief brief) {
        return ofWhich(brief, Facts.Balance::isAsked);
    }

    private static Billed ofWhich(Brief brief, Predicate<Facts.Balance> which) {
        List<Facts.Balance> found = of(brief, which);
        return read(brief, found.isEmpty() ? List.of(brief.balance()) : found);
    }

    private static List<Facts.Balance> of(Brief brief, Predicate<Facts.Balance> which) {
        long bill = brief.balance().billId();
        Long part = brief.due().partId();
        return brief.facts().balances().values().stream()
                .filter(balance -> balance.billId() == bill && (part == null || part == balance.partId()))
                .filter(which)
                .toList();
    }

    private static Billed read(Brief brief, List<Facts.Balance> balances) {
        Facts.Balance link = brief.facts().balances().get(balances.get(0).billId());
        return new Billed(
                balances.stream()
                        .map(balance -> new One(balance, line(brief, balance), part(brief, balance)))
                        .toList(),
                Objects.requireNonNull(link).token());
    }

    private static Facts.Part part(Brief brief, Facts.Balance balance) {
        Facts.Part part = brief.facts().parts().get(balance.partId());
        if (part == null) {
            throw new LetterRefused("its part");
        }
        return part;
    }

    private static OrderLine line(Brief brief, Facts.Balance balance) {
        return brief.facts().linesOfPart().getOrDefault(balance.partId(), List.of()).stream()
                .filter(line -> line.id() == balance.lineId())
                .findFirst()
                .orElseThrow(() -> new LetterRefused("a line of its part"));
    }

    One first() {
        return all.get(0);
    }

    boolean isOne() {
        return all.size() == 1;
    }

    boolean isOfOnePart() {
        return all.stream().allMatch(one -> one.part().id() == first().part().id());
    }

    LocalDate dueOn() {
        return first().balance().dueOn();
    }

    long cents() {
        return all.stream().mapToLong(one -> one.balance().cents()).sum();
    }

    long totalCents() {
        return all.stream().mapToLong(one -> one.line().totalCents()).sum();
    }

    /** With the order. */
    long paidBeforeCents() {
        return all.stream().mapToLong(one -> one.line().dueNowCents()).sum();
    }
}
