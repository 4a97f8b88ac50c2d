package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.shared.model.Vat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Several prestations in one letter: a merchant's (K11), or the whole order's (C28, M19), with a chapter per merchant. */
final class Recap {

    private Recap() {}

    static Letter confirmation(Brief brief) {
        return whole(brief, "confirmed");
    }

    static Letter sentAgain(Brief brief) {
        return whole(brief, "recap");
    }

    static Letter ofPart(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        Draft draft = new Draft(
                        brief,
                        words.say("confirmed.subject", "order", part.number()),
                        part.shop().name(),
                        words.say("confirmed.title"))
                .say(words.say(
                        "line.hello",
                        "first",
                        part.customer().firstName(),
                        "merchant",
                        part.merchant().name(),
                        "part",
                        part.number()));
        chapter(brief, draft, part);
        if (!part.isCancelled()) {
            draft.next(WhatNext.of(brief, part, brief.lines()));
        }
        return draft.terms(List.of(part))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    private static Letter whole(Brief brief, String key) {
        Words words = brief.words();
        Facts.Order order = brief.order();
        List<Facts.Part> parts = brief.parts();
        Draft draft = new Draft(
                        brief,
                        words.say(key + ".subject", "order", order.number()),
                        words.count(
                                "prestation",
                                parts.stream()
                                        .mapToLong(part -> brief.lines(part).size())
                                        .sum()),
                        words.say(key + ".title"))
                .say(words.say("recap.hello", "first", order.firstName(), "order", order.number()));
        long sum = 0;
        long back = 0;
        for (Facts.Part part : parts) {
            draft.say(words.say(
                    "recap.shop",
                    "shop",
                    part.shop().name(),
                    "part",
                    part.number(),
                    "phone",
                    Phones.shown(part.shop().phone())));
            chapter(brief, draft, part);
            sum += part.totalCents();
            back += refunded(brief, part);
        }
        LetterRefused.unlessEqual("The total of " + order.number(), order.totalCents(), sum);
        List<Letter.Line> total = new ArrayList<>();
        total.add(Letter.Line.strong(words.say("recap.total"), words.money(sum)));
        if (back > 0) {
            total.add(Letter.Line.of(words.say("recap.refunded"), words.money(-back)));
        }
        draft.table(total).next(List.of(words.say("next.eachShop"), words.say("next.orderPage")));
        draft.terms(parts).button(words.say("button.order"), brief.links().order(order));
        Optional<Facts.Part> speaker = speaker(brief, parts);
        return speaker.isPresent() ? draft.from(speaker.get()) : draft.fromOperator();
    }

    /** The merchant that sends it (K18), or the only one there is; of several, none. */
    private static Optional<Facts.Part> speaker(Brief brief, List<Facts.Part> parts) {
        Long merchant = brief.due().merchantId();
        return parts.stream()
                .filter(part ->
                        parts.size() == 1 || Long.valueOf(part.merchant().id()).equals(merchant))
                .findFirst();
    }

    /** To be said of a part that was cancelled before its confirmation left, or since. */
    static String cancelled(Brief brief, Facts.Part part) {
        Facts.GivenBack back = brief.givenBack(part);
        Words words = brief.words();
        long coming = back.cents() - Math.min(back.cents(), back.byBankCents());
        return words.say(
                coming == 0 ? "recap.cancelled" : Refunded.manner("recap.cancelledRefunded", back.waits()),
                "amount",
                words.money(coming));
    }

    private static long refunded(Brief brief, Facts.Part part) {
        return brief.givenBack(part).cents();
    }

    private static void chapter(Brief brief, Draft draft, Facts.Part part) {
        Words words = brief.words();
        Handover handover = new Handover(words, part);
        if (part.isCancelled()) {
            draft.say(cancelled(brief, part));
        } else if (handover.isAny()) {
            draft.say(handover.toCustomer());
        }
        List<OrderLine> lines = brief.lines(part);
        List<OrderLine> standing = part.isCancelled()
                ? List.of()
                : lines.stream()
                        .filter(line -> line.state() != OrderLineState.CANCELLED)
                        .toList();
        List<Letter.Line> rows = new ArrayList<>(NewOrder.lines(words, part, lines));
        rows.addAll(vat(words, standing));
        lines.forEach(line -> brief.balanceOf(line).ifPresent(balance -> {
            LineConfirmed.checkSchedule(line, brief.balanceOf(line));
            rows.addAll(LineConfirmed.balance(words, balance));
        }));
        draft.table(rows);
        withdrawal(draft, words, standing);
    }

    /** Prices are shown with VAT in them; no VAT is in the tourist tax. */
    private static List<Letter.Line> vat(Words words, List<OrderLine> lines) {
        Map<Integer, Long> gross = new TreeMap<>();
        lines.forEach(line -> gross.merge(line.vatBp(), line.totalCents() - line.taxCents(), Long::sum));
        return gross.entrySet().stream()
                .map(rate -> Letter.Line.of(
                        words.say("lines.vat", "rate", words.rate(rate.getKey())),
                        words.money(Vat.includedIn(rate.getValue(), rate.getKey()))))
                .toList();
    }

    /** What may be taken back, and what may not, by name where both are there (L221-13). */
    private static void withdrawal(Draft draft, Words words, List<OrderLine> lines) {
        Map<String, List<OrderLine>> kinds = lines.stream()
                .collect(Collectors.groupingBy(OrderLine::withdrawal, LinkedHashMap::new, Collectors.toList()));
        kinds.forEach((kind, of) -> {
            String said = words.sayFirst("withdrawal." + kind + ".onPage", "withdrawal." + kind);
            String names = of.stream().map(OrderLine::name).distinct().collect(Collectors.joining(", "));
            draft.say(kinds.size() == 1 ? said : words.say("withdrawal.of", "names", names, "said", said));
        });
    }
}
