package fr.halle.notification.service;

import fr.halle.order.model.OrderLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a customer has paid of a part, and what is still asked for by when, as its merchant is told (M03, C07). */
final class PaidSoFar {

    private final Words words;
    private final long paidCents;
    private final List<Facts.Balance> asked;

    PaidSoFar(Brief brief) {
        words = brief.words();
        List<Facts.Balance> balances = brief.lines().stream()
                .map(brief::balanceOf)
                .flatMap(Optional::stream)
                .toList();
        paidCents = brief.part().shippingCents()
                + brief.lines().stream().mapToLong(OrderLine::dueNowCents).sum()
                + balances.stream()
                        .filter(Facts.Balance::isPaid)
                        .mapToLong(Facts.Balance::cents)
                        .sum();
        asked = balances.stream().filter(Facts.Balance::isAsked).toList();
    }

    /** A sentence for a mail. */
    String inAMail() {
        if (asked.isEmpty()) {
            return words.say("paid.whole");
        }
        String left = asked.stream()
                .map(balance -> words.say(
                        "paid.left", "amount", words.money(balance.cents()), "day", words.fullDay(balance.dueOn())))
                .collect(Collectors.joining(", "));
        return paidCents == 0
                ? words.say("paid.none", "left", left)
                : words.say("paid.some", "paid", words.money(paidCents), "left", left);
    }

    /** Two words for an SMS, in which no amount travels; none where all is paid. */
    String inAnSms() {
        return asked.isEmpty() ? "" : words.say("paid.sms");
    }
}
