package fr.halle.whole;

import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Two shops' parts of one order, its mail, a basket and a request to a desk, which concern no stranger; and an order of the stranger's own. */
final class Foreign {

    static final String NAME = "Quernevez" + Long.toString(System.nanoTime(), 36);
    static final String EMAIL = NAME.toLowerCase(Locale.ROOT) + "@example.org";

    private static final RunningShop SHOP = RunningShop.shared();
    private static final Foreign SHARED = new Foreign();

    private final Map<String, String> known = new LinkedHashMap<>();
    private final String bakersPart;
    private final String ownPart;

    /** One for all tests of a run: nobody may change it. */
    static Foreign shared() {
        return SHARED;
    }

    private Foreign() {
        ApiCustomer customer = new ApiCustomer(SHOP, "ville", NAME, EMAIL);
        Ordered sold = customer.orders(
                customer.fills(ApiCustomer.mostOf(SHOP, "huitriere"), ApiCustomer.mostOf(SHOP, "fournil-des-bains")));
        customer.pays(sold);
        ApiCustomer another = new ApiCustomer(SHOP, "ville", "Autre", "autre@example.org");
        Ordered other = another.orders(another.fills(ApiCustomer.mostOf(SHOP, "carpe-diem")));
        another.pays(other);
        String sea = partOf(sold, "huitriere");
        bakersPart = partOf(sold, "fournil-des-bains");
        ownPart = partOf(other, "carpe-diem");
        String cart = customer.fills(ApiCustomer.mostOf(SHOP, "huitriere"));
        known.put("name", NAME);
        known.put("email", EMAIL);
        known.put("order", sold.number());
        known.put("token", sold.token());
        known.put("otherToken", other.token());
        known.put("part", sea);
        known.put("partId", id("select id from merchant_order where number = '" + sea + "'"));
        known.put(
                "message",
                id(
                        "select max(n.id) from notification n join merchant_order p on p.id = n.merchant_order_id where p.number = '"
                                + sea + "' and n.channel = 'MAIL'"));
        String day = SHOP.text("select service_date from merchant_order where number = '" + sea + "'");
        known.put("day", day);
        known.put("month", day.substring(0, "2026-11".length()));
        known.put("line", id("select max(id) from cart_line where cart_id = '" + cart + "'"));
        AskedDesk asked = AskedDesk.at(SHOP, "ville", "huitriere", NAME, EMAIL);
        known.put("request", asked.request());
        known.put("file", asked.file());
        known.put("goods", ApiCustomer.mostOf(SHOP, "carpe-diem").json());
        known.put("otherCart", UUID.randomUUID().toString());
    }

    /** What is known by a name in braces, such as {@code partId}. */
    String of(String name) {
        return known.getOrDefault(name, "?");
    }

    /** The oyster farm's. */
    String part() {
        return of("part");
    }

    String bakersPart() {
        return bakersPart;
    }

    /** Of the stranger, from Carpe Diem. */
    String ownPart() {
        return ownPart;
    }

    /** A fault, or what the stranger did not know before: what was asked may be repeated. */
    List<String> faults(String what, String asked, Answer answer) {
        List<String> faults = new ArrayList<>();
        if (answer.status() >= 500) {
            faults.add(what + " answers " + answer.status());
        }
        Map.of("name", NAME, "email", EMAIL, "token", of("token"), "part", part())
                .forEach((key, secret) -> {
                    boolean repeated =
                            asked.contains("{" + key + "}") || key.equals("part") && asked.contains("{order}");
                    if (!repeated && (answer.body() + answer.headers()).contains(secret)) {
                        faults.add(what + " tells the " + key);
                    }
                });
        return faults;
    }

    /** With what is known in place of its name in braces. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : known.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    /** How often the order's parts were moved by anybody after it was placed. */
    long unmoved() {
        return SHOP.number("select count(*) from merchant_order where number in ('" + part() + "', '" + bakersPart
                + "') and (version <> 0 or state <> 'RECORDED')");
    }

    private static String partOf(Ordered order, String shop) {
        long position = SHOP.number("select p.position from merchant_order p join shop s on s.id = p.shop_id"
                + " where s.slug = '" + shop + "' and p.number like '" + order.number() + "-%'");
        return order.number() + String.format("-%03d", position);
    }

    static String id(String sql) {
        return Long.toString(SHOP.number(sql));
    }
}
