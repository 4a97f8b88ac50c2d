package fr.halle.notification.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a customer does or waits for once something is confirmed, by how it is collected (C09, C10, C12, C31) and paid (C07). */
final class WhatNext {

    private WhatNext() {}

    static List<String> of(Brief brief, Facts.Part part, List<OrderLine> lines) {
        Words words = brief.words();
        String shop = part.shop().name();
        String phone = Phones.shown(part.shop().phone());
        List<String> steps = new ArrayList<>();
        if (lines.stream().allMatch(line -> line.kind() == ProductKind.INSURANCE)) {
            steps.add(words.say("next.insurance"));
        } else {
            String key = "next." + part.mode();
            steps.add(words.sayFirst(key + ".wait", "next.wait", "shop", shop));
            steps.addAll(balances(brief, lines));
            String slot = part.slotStart() == null ? "" : ".slot";
            steps.add(words.sayFirst(key + slot, key, "part", part.number(), "phone", phone));
        }
        steps.add(words.say("next.question", "phone", phone));
        return steps;
    }

    /** One for each link that will come. */
    private static List<String> balances(Brief brief, List<OrderLine> lines) {
        Words words = brief.words();
        Map<Long, List<Facts.Balance>> bills = lines.stream()
                .flatMap(line -> brief.balanceOf(line).stream())
                .filter(Facts.Balance::isAsked)
                .collect(Collectors.groupingBy(Facts.Balance::billId, LinkedHashMap::new, Collectors.toList()));
        return bills.values().stream()
                .map(bill -> words.say(
                        "next.balance",
                        "day",
                        words.fullDay(bill.get(0).dueOn()),
                        "amount",
                        words.money(
                                bill.stream().mapToLong(Facts.Balance::cents).sum())))
                .toList();
    }
}
