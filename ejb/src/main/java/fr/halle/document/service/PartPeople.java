package fr.halle.document.service;

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
    private final Sheet sheet;
    private final PartDetail detail;
    private final Seller seller;

    PartPeople(DocumentWords words, Sheet sheet, PartDetail detail, Seller seller) {
        this.words = words;
        this.sheet = sheet;
        this.detail = detail;
        this.seller = seller;
    }

    String columns() {
        return sheet.columns("customer", customer(), "collection", collection(), "seller", seller());
    }

    private String customer() {
        PartDetail.Customer customer = detail.customer();
        return sheet.reached(customer.name(), customer.email(), customer.phone())
                + sheet.lives(customer.street(), customer.postcode(), customer.city(), customer.country());
    }

    private String collection() {
        PartRow part = detail.part();
        PartDetail.Place delivery = detail.delivery();
        String note = Objects.requireNonNullElse(detail.note(), "");
        String where = delivery == null ? place(detail.shop()) : place(delivery) + Sheet.soft(words.say("callToPlan"));
        return Sheet.bold(words.say("mode." + part.mode()))
                + time(part)
                + where
                + (note.isBlank() ? "" : Sheet.soft(words.say("note", "note", note)));
    }

    /** Its day and, where there is a slot, its hours; nothing for a delivery, which is agreed by telephone (C10). */
    private String time(PartRow part) {
        Instant start = part.slotStart();
        Instant end = part.slotEnd();
        if (start == null || end == null) {
            return "NONE".equals(part.mode()) ? Sheet.text(words.fullDay(part.serviceDate())) : "";
        }
        String day = words.fullDay(LocalDate.ofInstant(start, HalleClock.PARIS));
        return Sheet.text(day) + Sheet.text(words.formats().hours(hour(start), hour(end)));
    }

    private static LocalTime hour(Instant at) {
        return at.atZone(HalleClock.PARIS).toLocalTime();
    }

    private String seller() {
        return sheet.seller(seller.legalName(), seller.siret(), seller.vatNumber(), seller.email(), seller.phone());
    }

    private static String place(PartDetail.Place place) {
        return Sheet.text(place.name())
                + Sheet.text(place.street())
                + Sheet.text(place.postcode() + " " + place.city());
    }
}
