package fr.halle.document.service;

import fr.halle.catalog.model.ProductKind;
import fr.halle.order.model.BalanceDueState;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.order.model.OrderLine;
import fr.halle.order.model.OrderLineState;
import fr.halle.order.model.Why;
import fr.halle.order.service.PartDetail;
import fr.halle.order.service.PartRow;
import fr.halle.order.service.Transaction;
import fr.halle.payment.model.PaymentState;
import fr.halle.testing.TestClock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part with a line of every kind, as the reader gives it. */
final class Orders {

    static final Seller SELLER =
            new Seller(1, "Maison Morel SARL", "12345678900012", "FR12345678900", "bonjour@morel.fr", "0231000000");

    private Orders() {}

    static PartDetail everyKind(String customer, String note, String lineName) {
        List<OrderLine> lines = new ArrayList<>();
        for (ProductKind kind : ProductKind.values()) {
            lines.add(line(kind, lineName));
        }
        long total = lines.stream().mapToLong(OrderLine::totalCents).sum();
        PartRow row = new PartRow(
                7,
                "EP-00042-001",
                "Maison Morel",
                TestClock.instantOf("2026-11-20T09:05"),
                customer,
                "camille@exemple.fr",
                "+33612345678",
                total + 690,
                0,
                690,
                9000,
                "PICKUP",
                TestClock.instantOf("2026-11-21T10:30"),
                TestClock.instantOf("2026-11-21T11:00"),
                LocalDate.parse("2026-11-21"),
                MerchantOrderState.RECORDED,
                1,
                false,
                null,
                lines);
        return new PartDetail(
                row,
                "EP-00042",
                1,
                new PartDetail.Customer(
                        customer, row.email(), row.phone(), "3 rue du Port", "14390", "Cabourg", "BE", "fr"),
                new PartDetail.Place("Maison Morel", "1 place du Marché", "14390", "Cabourg"),
                null,
                note,
                total,
                Why.said(null),
                null,
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(new PartDetail.Balance(
                        3,
                        "Chalet des Bois",
                        9000,
                        LocalDate.parse("2027-01-10"),
                        LocalDate.parse("2026-12-10"),
                        BalanceDueState.SCHEDULED,
                        null,
                        null)),
                List.of(paid(total + 690 - 9000)),
                List.of());
    }

    private static Transaction paid(long cents) {
        return new Transaction(
                1,
                TestClock.instantOf("2026-11-20T09:05"),
                PaymentState.CAPTURED,
                null,
                "ORDER",
                "CARD",
                cents,
                100,
                0,
                "payin_1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static OrderLine line(ProductKind kind, String name) {
        boolean goods = kind == ProductKind.GOODS;
        boolean stay = kind == ProductKind.LODGING;
        boolean hours = kind == ProductKind.ACTIVITY || kind == ProductKind.PRIVATE_LESSON;
        boolean dated = !goods && !hours;
        return new OrderLine(
                kind.ordinal() + 100L,
                7,
                1,
                1L,
                kind,
                name + " " + kind,
                "Rayon",
                "Maison Morel",
                goods ? "" : "Semaine",
                goods ? "le kg" : "",
                goods ? 1250 : 2,
                goods,
                3400,
                goods ? 4250 : 6800,
                goods ? 550 : kind == ProductKind.PASS ? 1000 : 2000,
                stay ? 480 : 0,
                goods ? 4250 : 6800,
                "LEGAL",
                dated ? LocalDate.parse("2027-02-07") : null,
                dated ? LocalDate.parse("2027-02-13") : null,
                hours ? TestClock.instantOf("2027-02-07T09:00") : null,
                hours ? TestClock.instantOf("2027-02-07T10:30") : null,
                kind == ProductKind.RENTAL ? "172 cm, pointure 42" : null,
                persons(kind, 2),
                persons(kind, 1),
                kind == ProductKind.GROUP_LESSON ? Map.of("level", "Étoile d’or") : Map.of(),
                "",
                OrderLineState.CONFIRMED);
    }

    private static @Nullable Integer persons(ProductKind kind, int count) {
        return kind == ProductKind.GOODS || kind == ProductKind.INSURANCE ? null : count;
    }
}
