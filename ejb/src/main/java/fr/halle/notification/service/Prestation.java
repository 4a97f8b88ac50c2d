package fr.halle.notification.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.OrderLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The words of one line of an order: what, when, for whom, how much. */
final class Prestation {

    private final Words words;
    private final OrderLine line;

    Prestation(Words words, OrderLine line) {
        this.words = words;
        this.line = line;
    }

    /** {@code Bar sauvage × 3}. */
    String nameAndQuantity() {
        String name = line.variant().isBlank() ? line.name() : line.name() + ", " + line.variant();
        if (line.byWeight()) {
            return name + ", " + words.grams(line.quantity());
        }
        return line.quantity() == 1 ? name : name + " ×\u00a0" + line.quantity();
    }

    /** When it takes place, or nothing for what is not dated. */
    String when() {
        LocalDate from = line.startsOn();
        LocalDate to = line.endsOn();
        Instant start = line.startsAt();
        if (from == null) {
            return start == null ? "" : words.fullDay(start);
        }
        if (to == null || to.equals(from)) {
            return words.fullDay(from);
        }
        return words.say(
                "when.fromTo",
                "from",
                from.getYear() == to.getYear() ? words.day(from) : words.fullDay(from),
                "to",
                words.fullDay(to));
    }

    /** The hours of the day, or nothing. */
    String hours() {
        Instant start = line.startsAt();
        Instant end = line.endsAt();
        if (start == null) {
            return "";
        }
        return end == null ? words.time(start) : words.times(start, end);
    }

    List<Letter.Line> rows() {
        List<Letter.Line> rows = new ArrayList<>();
        rows.add(Letter.Line.heading(Plain.clean(line.name()), Plain.clean(unit()), Plain.clean(line.variant())));
        add(rows, "line.when." + (line.kind().name().equals("LODGING") ? "stay" : "dates"), when());
        add(rows, "line.hours", hours());
        add(rows, "line.persons", persons());
        add(rows, "line.participant", participant());
        add(rows, "line.size", Objects.requireNonNullElse(line.size(), ""));
        if (line.byWeight() || line.quantity() > 1) {
            add(rows, "line.quantity", quantity());
        }
        return rows;
    }

    /** {@code la douzaine}; of what has dates it would only be the price's unit, such as « la nuit ». */
    private String unit() {
        return line.kind() == ProductKind.GOODS && !line.byWeight() ? line.unitText() : "";
    }

    /** {@code Noé, 8 ans}. */
    private String participant() {
        return words.participant(line.detail());
    }

    /** What a merchant needs beside the name: {@code du 6 au 11 décembre 2026, taille 160}. */
    String inShort() {
        List<String> said = new ArrayList<>(
                List.of(unit(), String.join(" ", when(), hours()).strip(), persons()));
        said.add(line.size() == null ? "" : words.say("line.ofSize", "size", line.size()));
        said.add(participant());
        said.removeIf(String::isBlank);
        return String.join(", ", said);
    }

    private String quantity() {
        if (line.byWeight()) {
            return words.say(
                    "line.perKilogram", "weight", words.grams(line.quantity()), "price", words.money(line.unitCents()));
        }
        return line.quantity() + " ×\u00a0" + words.money(line.unitCents());
    }

    private String persons() {
        Integer adults = line.adults();
        Integer children = line.children();
        List<String> counted = new ArrayList<>();
        if (adults != null && adults > 0) {
            counted.add(words.count("adult", adults));
        }
        if (children != null && children > 0) {
            counted.add(words.count("child", children));
        }
        return String.join(", ", counted);
    }

    private void add(List<Letter.Line> rows, String key, String value) {
        if (!value.isEmpty()) {
            rows.add(Letter.Line.of(words.say(key), value));
        }
    }
}
