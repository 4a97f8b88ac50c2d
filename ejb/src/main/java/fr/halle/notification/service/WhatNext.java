package fr.halle.notification.service;

import fr.halle.catalog.model.ProductKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a customer does or waits for once something is confirmed, by how it is collected (C09, C10, C12, C31) and paid (C07). */
final class WhatNext {

    private WhatNext() {}

    static List<String> of(Brief brief, Facts.Part part, List<Facts.Line> lines) {
        Words words = brief.words();
        String shop = part.shop().name();
        String phone = Phones.shown(part.shop().phone());
        List<String> steps = new ArrayList<>();
        if (lines.stream().allMatch(line -> line.kind() == ProductKind.INSURANCE)) {
            steps.add(words.say("next.insurance"));
        } else {
            String key = "next." + part.mode();
            steps.add(words.sayFirst(key + ".wait", "next.wait", "shop", shop));
            lines.forEach(line -> balance(brief, line).ifPresent(steps::add));
            String slot = part.slotStart() == null ? "" : ".slot";
            steps.add(words.sayFirst(key + slot, key, "part", part.number(), "phone", phone));
        }
        steps.add(words.say("next.question", "phone", phone));
        return steps;
    }

    private static Optional<String> balance(Brief brief, Facts.Line line) {
        Words words = brief.words();
        return brief.balanceOf(line)
                .filter(Facts.Balance::isAsked)
                .map(balance -> words.say(
                        "next.balance", "day", words.fullDay(balance.dueOn()), "amount", words.money(balance.cents())));
    }
}
