package fr.halle.catalog.web;

import fr.halle.catalog.model.Choice;
import fr.halle.catalog.model.LodgingTerms;
import fr.halle.catalog.model.Priced;
import fr.halle.catalog.model.ProductKind;
import fr.halle.checkout.model.OrderDraft;
import fr.halle.shared.service.Formats;
import fr.halle.shared.web.FormatsBean;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a choice costs, line by line: the nights, the tourist tax, the total, what is paid today and what later (C07). */
@RequestScoped
class Summary {

    @Inject
    private Words words;

    @Inject
    private FormatsBean formats;

    /** @param style {@code total}, {@code strong} or nothing */
    public record Line(String label, String amount, String style) {}

    List<Line> of(Priced priced, Choice choice) {
        Formats in = formats.in();
        List<Line> lines = new ArrayList<>();
        LocalDate first = Objects.requireNonNull(priced.startsOn());
        LocalDate last = Objects.requireNonNull(priced.endsOn());
        long nights = ChronoUnit.DAYS.between(first, last);
        boolean stay = priced.kind() == ProductKind.LODGING;
        String what = stay ? words.count("choose.nights", nights) : words.count("choose.days", nights + 1);
        lines.add(new Line(what + ", " + in.dates(first, last), in.cents(priced.totalCents() - priced.taxCents()), ""));
        if (priced.taxCents() > 0) {
            int adults = choice.adults() == null ? 0 : choice.adults();
            lines.add(new Line(words.text("choose.tax", adults, nights), in.cents(priced.taxCents()), ""));
        }
        lines.add(new Line(words.text("choose.total"), in.cents(priced.totalCents()), "total"));
        OrderDraft.Balance balance = priced.balance();
        if (balance != null) {
            lines.add(new Line(words.text("choose.dueNow"), in.cents(priced.dueNowCents()), "strong"));
            lines.add(new Line(words.text("choose.balance", balance.sendOn()), in.cents(balance.cents()), ""));
        }
        return lines;
    }

    /** What the button says: a deposit is not hidden. */
    String button(Priced priced) {
        return priced.balance() == null
                ? words.text("choose.addFor", formats.cents(priced.totalCents()))
                : words.text("choose.addDeposit", formats.cents(priced.dueNowCents()));
    }

    /** A stay's deposit in words, before any date is chosen. */
    String deposit(LodgingTerms terms) {
        return words.text("choose.deposit", formats.share(terms.deposit()), terms.daysBefore());
    }
}
