package fr.halle.document.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import java.util.ArrayList;
import java.util.List;

/** What a prestation of its kind needs to be said beside its name (C07): dates, hours, persons, size, tax, who sells it. */
final class LineWords {

    private final DocumentWords words;
    private final OrderLine line;

    LineWords(DocumentWords words, OrderLine line) {
        this.words = words;
        this.line = line;
    }

    List<String> details() {
        List<String> said = new ArrayList<>();
        add(said, line.variant());
        add(said, words.formats().participant(line.detail()));
        add(said, words.when(line.startsAt(), line.endsAt(), line.startsOn(), line.endsOn()));
        add(said, words.persons(line.adults(), line.children()));
        String size = line.size();
        add(said, size == null ? "" : words.say("line.size", "size", size));
        add(said, line.kind() == ProductKind.GOODS ? line.unitText() : "");
        add(said, line.taxCents() == 0 ? "" : words.say("line.tax", "amount", words.money(line.taxCents())));
        add(said, words.say("line.soldBy", "family", line.family(), "seller", line.seller()));
        add(
                said,
                line.state() == OrderLineState.CONFIRMED
                        ? ""
                        : words.state(line.state().key()));
        return said;
    }

    private static void add(List<String> said, String text) {
        if (!text.isBlank()) {
            said.add(text);
        }
    }
}
