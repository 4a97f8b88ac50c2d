package fr.halle.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One customer through the API: a cart, three lines of two merchants, how each part is collected, the order with an instant payment,
 * and the order read. The lines go in one request and the parts in another, five in all, as in the purchase by which the goals were
 * set; or each by itself, eight in all, as somebody does who clicks.
 */
final class Purchase implements Load.Deed {

    private static final int SHOPS = 20;
    private static final int PRODUCTS_PER_SHOP = 10;
    private static final long FIRST_PRODUCT = 500;
    private static final long FIRST_VARIANT = 700;
    private static final long FIRST_SHOP = 200;
    private static final String CUSTOMER =
            "{\"firstName\":\"Inès\",\"lastName\":\"Morel\",\"email\":\"c%d@bench.test\","
                    + "\"phone\":\"+33612345678\",\"street\":\"1 rue du Port\",\"postcode\":\"14390\",\"city\":\"Banc\",\"country\":\"FR\"}";

    private final Terms terms;
    private final boolean together;

    /** Ids and fingerprints of the terms to accept: the portal's, then each merchant's. */
    record Terms(long[] ids, String[] sha256) {}

    /** @param together whether lines go in one request, and parts */
    Purchase(Terms terms, boolean together) {
        this.terms = terms;
        this.together = together;
    }

    @Override
    public void run(Connection connection, long number) throws IOException {
        int first = (int) Math.floorMod(number * 7919, (long) SHOPS);
        int second = (first + 1 + (int) Math.floorMod(number * 104_729, SHOPS - 1L)) % SHOPS;
        int product = (int) Math.floorMod(number * 31, PRODUCTS_PER_SHOP - 1L);
        String cart = "/api/v1/carts/"
                + expect(201, connection.ask("POST", "/api/v1/carts", "", "{}")).field("id");
        fill(
                connection,
                cart,
                line(first * PRODUCTS_PER_SHOP + product),
                line(first * PRODUCTS_PER_SHOP + product + 1),
                line(second * PRODUCTS_PER_SHOP + product));
        collect(connection, cart, FIRST_SHOP + first, FIRST_SHOP + second);
        Connection.Answer ordered = expect(
                201,
                connection.ask(
                        "POST",
                        cart + "/checkout",
                        "Idempotency-Key: bench-" + number + "\r\n",
                        "{\"customer\":" + String.format(CUSTOMER, number) + ",\"acceptedTerms\":[" + accepted(0) + ","
                                + accepted(first + 1) + "," + accepted(second + 1) + "],\"method\":\"instant\"}"));
        Connection.Answer read = expect(
                200,
                connection.get("/api/v1/orders/" + ordered.field("orderNumber") + "?token=" + ordered.field("token")));
        if (!read.body().contains("RECORDED")) {
            throw new IOException("the order is not recorded: " + read.body());
        }
    }

    private void fill(Connection connection, String cart, String... lines) throws IOException {
        if (together) {
            expect(200, connection.ask("PATCH", cart, "", "{\"lines\":[" + String.join(",", lines) + "]}"));
            return;
        }
        for (String line : lines) {
            expect(201, connection.ask("POST", cart + "/lines", "", line));
        }
    }

    private void collect(Connection connection, String cart, long... shops) throws IOException {
        if (together) {
            String parts = Arrays.stream(shops)
                    .mapToObj(shop -> "{\"shop\":\"" + shop + "\",\"mode\":\"DELIVERY\"}")
                    .collect(Collectors.joining(","));
            expect(200, connection.ask("PATCH", cart, "", "{\"parts\":[" + parts + "]}"));
            return;
        }
        for (long shop : shops) {
            expect(204, connection.ask("PUT", cart + "/parts/" + shop, "", "{\"mode\":\"DELIVERY\"}"));
        }
    }

    private static String line(int product) {
        return "{\"productId\":" + (FIRST_PRODUCT + product) + ",\"variantId\":" + (FIRST_VARIANT + product)
                + ",\"quantity\":1}";
    }

    private String accepted(int index) {
        return "{\"id\":" + terms.ids()[index] + ",\"sha256\":\"" + terms.sha256()[index] + "\"}";
    }

    static Connection.Answer expect(int status, Connection.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("expected " + status + ", got " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
