package fr.halle.document.service;

import fr.halle.notification.service.Phones;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartRow;
import fr.halle.shared.service.HalleClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/** Who sells (legal name, SIRET, VAT number), who bought (M30), and how it reaches the customer (M31), side by side. */
final class PartPeople {

    private final DocumentWords words;
    private final PartDetail detail;
    private final Seller seller;

    PartPeople(DocumentWords words, PartDetail detail, Seller seller) {
        this.words = words;
        this.detail = detail;
        this.seller = seller;
    }

    String columns() {
        return PartPaper.PIECES.fill(
                "columns",
                "heads",
                head("customer") + head("collection") + head("seller"),
                "cells",
                person(customer()) + person(collection()) + person(seller()));
    }

    private String head(String key) {
        return PartPaper.PIECES.fill("head", "align", "", "text", words.say(key));
    }

    private static String person(String lines) {
        return PartPaper.PIECES.fill("person", "lines", lines);
    }

    private String customer() {
        PartDetail.Customer customer = detail.customer();
        String abroad = "FR".equals(customer.country()) ? "" : words.country(customer.country());
        return bold(customer.name())
                + text(customer.email())
                + text(Phones.shown(customer.phone()))
                + text(customer.street())
                + text(customer.postcode() + " " + customer.city())
                + text(abroad);
    }

    private String collection() {
        PartRow part = detail.part();
        PartDetail.Place delivery = detail.delivery();
        String note = Objects.requireNonNullElse(detail.note(), "");
        String where = delivery == null ? place(detail.shop()) : place(delivery) + soft(words.say("callToPlan"));
        return bold(words.say("mode." + part.mode()))
                + time(part)
                + where
                + (note.isBlank() ? "" : soft(words.say("note", "note", note)));
    }

    /** Its day and, where there is a slot, its hours; nothing for a delivery, which is agreed by telephone (C10). */
    private String time(PartRow part) {
        Instant start = part.slotStart();
        Instant end = part.slotEnd();
        if (start == null || end == null) {
            return "NONE".equals(part.mode()) ? text(words.fullDay(part.serviceDate())) : "";
        }
        String day = words.fullDay(LocalDate.ofInstant(start, HalleClock.PARIS));
        return text(day) + text(words.formats().hours(hour(start), hour(end)));
    }

    private static LocalTime hour(Instant at) {
        return at.atZone(HalleClock.PARIS).toLocalTime();
    }

    private String place(PartDetail.Place place) {
        return text(place.name()) + text(place.street()) + text(place.postcode() + " " + place.city());
    }

    private String seller() {
        return bold(seller.legalName())
                + (seller.siret().isBlank() ? "" : text(words.say("siret", "number", seller.siret())))
                + (seller.vatNumber().isBlank() ? "" : text(words.say("vatNumber", "number", seller.vatNumber())))
                + text(seller.email())
                + text(Phones.shown(seller.phone()));
    }

    private static String bold(String text) {
        return PartPaper.PIECES.fill("bold", "text", text);
    }

    private static String text(String text) {
        return text.isBlank() ? "" : PartPaper.PIECES.fill("text", "text", text.strip());
    }

    private static String soft(String text) {
        return PartPaper.PIECES.fill("soft", "text", text);
    }
}
