package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The customer's confirmation of one prestation (C06): what, when, where, how much, who to ask, what is left to pay. */
final class LineConfirmed implements Composer {

    @Override
    public Letter compose(Brief brief) {
        if (brief.due().partId() == null) {
            return Recap.confirmation(brief);
        }
        return brief.due().lineId() == null ? Recap.ofPart(brief) : ofLine(brief);
    }

    private static Letter ofLine(Brief brief) {
        Words words = brief.words();
        Facts.Part part = brief.part();
        OrderLine line = brief.line();
        boolean gone = line.state() == OrderLineState.CANCELLED;
        Prestation prestation = new Prestation(words, line);
        Handover handover = new Handover(words, part);
        String name = prestation.nameAndQuantity();
        String preview = prestation.when().isEmpty() ? part.shop().name() : prestation.when();
        Draft draft = new Draft(
                brief,
                words.say("line.subject", "order", part.order().number(), "name", name),
                handover.isPickup() && !handover.slot().isEmpty() ? handover.slot() : preview,
                words.say("line.title." + line.kind().name()));
        draft.picture(line)
                .say(words.say(
                        "line.hello",
                        "first",
                        part.customer().firstName(),
                        "merchant",
                        part.merchant().name(),
                        "part",
                        part.number()));
        if (part.isCancelled()) {
            draft.say(Recap.cancelled(brief, part));
        } else if (gone) {
            draft.say(words.say("recap.cancelled"));
        } else if (handover.isAny()) {
            draft.say(handover.toCustomer());
        }
        draft.table(rows(brief, part, line, prestation));
        if (!part.isCancelled() && !gone) {
            draft.next(WhatNext.of(brief, part, List.of(line))).say(words.say("withdrawal." + line.withdrawal()));
        }
        return draft.terms(List.of(part))
                .button(words.say("button.order"), brief.links().order(part.order()))
                .from(part);
    }

    private static List<Letter.Line> rows(Brief brief, Facts.Part part, OrderLine line, Prestation prestation) {
        Words words = brief.words();
        List<Letter.Line> rows = new ArrayList<>(prestation.rows());
        rows.add(Letter.Line.of(words.say("line.seller"), Plain.clean(line.seller())));
        rows.add(Letter.Line.of(
                words.say("line.contact"), Phones.shown(part.shop().phone())));
        String price = words.money(line.totalCents());
        rows.add(Letter.Line.strong(words.say("line.price", "rate", words.rate(line.vatBp())), price));
        if (line.taxCents() > 0) {
            rows.add(Letter.Line.of(words.say("line.touristTax"), words.money(line.taxCents())));
        }
        brief.balanceOf(line).ifPresent(balance -> {
            rows.add(Letter.Line.of(words.say("line.deposit"), words.money(line.dueNowCents())));
            rows.addAll(balance(words, balance));
        });
        checkSchedule(line, brief.balanceOf(line));
        return rows;
    }

    /** What is asked later, or was paid meanwhile; nothing once it is no longer asked for. */
    static List<Letter.Line> balance(Words words, Facts.Balance balance) {
        String amount = words.money(balance.cents());
        if (balance.isPaid()) {
            return List.of(Letter.Line.of(words.say("line.balancePaid"), amount));
        }
        return balance.isAsked()
                ? List.of(Letter.Line.of(words.say("line.balance", "day", words.fullDay(balance.dueOn())), amount))
                : List.of();
    }

    /** Paid now and asked later make the price, or the letter would promise another one. */
    static void checkSchedule(OrderLine line, Optional<Facts.Balance> balance) {
        long later = balance.map(Facts.Balance::cents).orElse(0L);
        LetterRefused.unlessEqual("Deposit and balance", line.dueNowCents() + later, line.totalCents());
    }
}
