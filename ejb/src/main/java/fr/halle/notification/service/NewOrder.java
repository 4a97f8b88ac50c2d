package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The merchant's mail at each sale (M01, M03, M06): its own part only, with the customer's details. */
final class NewOrder implements Composer {

    @Override
    public Letter compose(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        String total = words.money(part.totalCents());
        List<Letter.Line> lines = lines(words, part, brief.lines(), "newOrder.total");
        brief.lines()
                .forEach(line -> brief.balanceOf(line).ifPresent(balance -> {
                    lines.add(Letter.Line.of(words.say("line.deposit"), words.money(line.dueNowCents())));
                    lines.addAll(LineConfirmed.balance(words, balance));
                }));
        return new Draft(
                        brief,
                        words.say("newOrder.subject", "number", part.number(), "total", total),
                        new Handover(words, part).toMerchant(),
                        words.say("newOrder.title"))
                .say(words.say(
                        "newOrder.hello",
                        "day",
                        words.fullDay(part.placedAt()),
                        "time",
                        words.time(part.placedAt()),
                        "shop",
                        part.shop().name()))
                .say(new PaidSoFar(brief).inAMail())
                .table(facts(words, part))
                .table(lines)
                .next(next(words, part))
                .button(words.say("button.see"), brief.links().partOfMerchant(part))
                .aboutCustomerOf(part);
    }

    /** « Je vérifie que tout est OK »; a call before a cancellation (M43, M45, M46). */
    private static List<String> next(Words words, Facts.Part part) {
        String phone = Phones.shown(part.customer().phone());
        return List.of(
                words.say("next.merchant.check"),
                words.say("next.merchant.validate"),
                phone.isEmpty() ? words.say("next.merchant.write") : words.say("next.merchant.call", "phone", phone));
    }

    private static List<Letter.Line> facts(Words words, Facts.Part part) {
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.strong(words.say("newOrder.number"), part.number()));
        rows.add(Letter.Line.of(words.say("newOrder.collection"), new Handover(words, part).toMerchant()));
        rows.addAll(customer(words, part));
        add(rows, words, "newOrder.address", part.customer().address());
        add(rows, words, "newOrder.note", Objects.requireNonNullElse(part.note(), ""));
        return rows;
    }

    /** Whom the merchant calls or writes to (M45, M50). */
    static List<Letter.Line> customer(Words words, Facts.Part part) {
        Facts.Customer customer = part.customer();
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.of(words.say("newOrder.customer"), Plain.clean(customer.name())));
        add(rows, words, "newOrder.email", customer.email());
        add(rows, words, "newOrder.phone", Phones.shown(customer.phone()));
        return rows;
    }

    private static void add(List<Letter.Line> rows, Words words, String key, String value) {
        if (!value.isBlank()) {
            rows.add(Letter.Line.of(words.say(key), Plain.clean(value)));
        }
    }

    /** Lines, shipping and their sum, which must be the part's total (K29), and what is left of it once lines were cancelled (K9). */
    static List<Letter.Line> lines(Words words, Facts.Part part, List<OrderLine> lines) {
        return lines(words, part, lines, "lines.total");
    }

    private static List<Letter.Line> lines(Words words, Facts.Part part, List<OrderLine> lines, String total) {
        List<Letter.Line> rows = new ArrayList<>();
        long sum = part.shippingCents();
        long gone = 0;
        for (OrderLine line : lines) {
            boolean marked = line.state() == OrderLineState.CANCELLED && !part.isCancelled();
            sum += line.totalCents();
            gone += marked ? line.totalCents() : 0;
            rows.add(row(words, line, marked));
        }
        LetterRefused.unlessEqual("The total of " + part.number(), part.totalCents(), sum);
        if (part.shippingCents() > 0) {
            rows.add(Letter.Line.of(words.say("lines.shipping"), words.money(part.shippingCents())));
        }
        rows.add(Letter.Line.strong(words.say(total), words.money(part.totalCents())));
        if (gone > 0) {
            rows.add(Letter.Line.of(words.say("lines.cancelled"), words.money(-gone)));
            rows.add(Letter.Line.strong(words.say("lines.standing"), words.money(sum - gone)));
        }
        return rows;
    }

    /** One prestation: what, how many, when, for how much. */
    static Letter.Line row(Words words, OrderLine line) {
        return row(words, line, false);
    }

    /** @param marked whether it is said that it was cancelled while the others live on (K9) */
    private static Letter.Line row(Words words, OrderLine line, boolean marked) {
        Prestation prestation = new Prestation(words, line);
        String small = prestation.inShort();
        String gone = marked ? words.say("lines.gone") + (small.isEmpty() ? "" : ", ") : "";
        return Letter.Line.item(
                Plain.clean(prestation.nameAndQuantity()), Plain.clean(gone + small), words.money(line.totalCents()));
    }
}
