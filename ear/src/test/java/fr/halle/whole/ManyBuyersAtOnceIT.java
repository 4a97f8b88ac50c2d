package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.ApiCustomer.Goods;
import fr.halle.whole.ApiCustomer.Ordered;
import fr.halle.whole.Http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The same thing wanted by many in the same moment, over HTTP, where only the database's locks stand between them. */
class ManyBuyersAtOnceIT {

    private static final String SHOP = "savonnerie";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern START = Pattern.compile("\"start\":\"([^\"]+Z)\"");

    private final RunningShop shop = RunningShop.shared();
    private final ApiCustomer buyer = new ApiCustomer(shop, "ville", "Foule", "foule@example.org");
    private final Goods soap = ApiCustomer.mostOf(shop, SHOP);
    private final String capacity = "(select c.id from capacity c where c.product_id = " + soap.product()
            + " and coalesce(c.variant_id, 0) = " + soap.variant() + ")";

    @Test
    void ofTenPiecesTenAreSoldToFiftyBuyers() {
        int buyers = 50;
        List<String> baskets = baskets(buyers);
        long before = stock("total");
        stock("total", "taken + 10");
        try {
            List<Answer> answers = atOnce(buyers, i -> buyer.presses(baskets.get(i), key()));
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(10);
            assertThat(answers.stream().filter(ManyBuyersAtOnceIT::saysThatNoneIsLeft))
                    .as("whoever was slower is told so, with the press or before it")
                    .hasSize(buyers - 10);
            assertThat(stock("total - taken")).isZero();
            claimsAreTheStockTaken();
        } finally {
            stock("total", "greatest(taken, " + before + ")");
        }
    }

    @Test
    void oneKeyIsOneCheckoutHoweverOftenItIsSent() {
        String basket = baskets(1).get(0);
        String key = key();
        List<Answer> answers = atOnce(20, i -> buyer.presses(basket, key));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream()
                        .map(answer -> ApiCustomer.field(answer, "orderNumber"))
                        .distinct())
                .hasSize(1);
        assertThat(checkouts(basket, "true")).isEqualTo(1);
    }

    @Test
    void oneBasketInSixTabsIsPaidAndOrderedOnce() {
        String basket = baskets(1).get(0);
        List<Answer> answers = atOnce(6, i -> buyer.presses(basket, key()));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(checkouts(basket, "state = 'PENDING'"))
                .as("the others gave way")
                .isEqualTo(1);
        List<Ordered> payable = answers.stream()
                .map(ApiCustomer::ordered)
                .filter(order -> !order.redirectUrl().isEmpty())
                .toList();
        atOnce(payable.size(), i -> {
            buyer.pays(payable.get(i));
            return payable.get(i);
        });
        Await.until(
                Duration.ofSeconds(30), "one of them is an order", () -> checkouts(basket, "state = 'PLACED'") == 1);
        assertThat(checkouts(basket, "state = 'PENDING'")).isZero();
        assertThat(shop.number(
                        "select count(*) from payment p join checkout k on k.id = p.checkout_id where k.cart_id = '"
                                + basket + "' and p.state in ('AUTHORISED', 'CAPTURED')"))
                .as("charged once")
                .isEqualTo(1);
        claimsAreTheStockTaken();
    }

    @Test
    void aHalfHourHoldsItsCapacityAndNoMore() {
        long holds = shop.number("select slot_capacity from shop where slug = '" + SHOP + "'");
        int buyers = (int) holds + 6;
        List<String> slots = slots("");
        String wanted = slots.get(2);
        List<String> baskets = baskets(buyers);
        baskets.forEach(basket -> buyer.fetchesAt(basket, SHOP, wanted));
        atOnce(buyers, i -> buyer.presses(baskets.get(i), key()));
        assertThat(shop.number("select count(*) from slot_claim c join shop s on s.id = c.shop_id where s.slug = '"
                        + SHOP + "' and c.slot_start = '" + wanted + "' and not c.returned"))
                .isEqualTo(holds);
    }

    @Test
    void whatIsPaidIsWhatWasPressedWhateverHappensToTheBasket() {
        String basket = baskets(1).get(0);
        Ordered order = buyer.orders(basket);
        String line = Long.toString(shop.number("select max(id) from cart_line where cart_id = '" + basket + "'"));
        buyer.json("PATCH", "/api/v1/carts/" + basket + "/lines/" + line, "{\"quantity\":3}");
        buyer.pays(order);
        assertThat(shop.number(
                        "select sum(l.quantity) from order_line l join merchant_order p on p.id = l.merchant_order_id"
                                + " where p.number like '" + order.number() + "-%'"))
                .isEqualTo(1);
        assertThat(shop.number("select o.total_cents - p.amount_cents from customer_order o join payment p on"
                        + " p.checkout_id = o.checkout_id where o.order_no = "
                        + order.number().substring(3)))
                .isZero();
    }

    @Test
    void aPartIsMovedOnceAndCancelledOnce() {
        ApiCustomer reader = new ApiCustomer(shop, "ville", "Vite", "vite@example.org");
        Ordered order = reader.orders(reader.fills(ApiCustomer.mostOf(shop, "carpe-diem")));
        reader.pays(order);
        String part = order.number() + "-001";
        String merchant = SignedIn.as(shop, "ville", "carpe-diem@ville.demo").token();
        String operator = SignedIn.as(shop, "ville", "exploitant@ville.demo").token();
        List<Answer> moves = atOnce(8, i -> moves(part, merchant, "{\"move\":\"CONFIRM\",\"version\":0}"));
        assertThat(moves.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(moves.stream().filter(answer -> answer.status() == 409)).hasSize(7);
        List<Answer> cancels = atOnce(
                8,
                i -> moves(
                        part,
                        i % 2 == 0 ? merchant : operator,
                        "{\"move\":\"CANCEL\",\"version\":1,\"reason\":\"Rupture\"}"));
        assertThat(cancels.stream().filter(answer -> answer.status() == 200)).hasSize(1);
        assertThat(cancels.stream().filter(answer -> answer.status() == 409)).hasSize(7);
        assertThat(shop.number("select count(*) from refund r join merchant_order p on p.id = r.merchant_order_id"
                        + " where p.number = '" + part + "'"))
                .isEqualTo(1);
        assertThat(shop.number(
                        "select count(*) from capacity_claim c join customer_order o on o.checkout_id = c.checkout_id"
                                + " where o.order_no = " + order.number().substring(3) + " and not c.returned"))
                .as("the stock is given back")
                .isZero();
    }

    /** On 28 March 2027 an hour is missing: the shop opens at the same hour by the clock on its wall. */
    @Test
    void theHourThatTheClockSkipsMovesNoOpening() {
        List<LocalTime> before = onTheWall("2027-03-23");
        List<LocalTime> after = onTheWall("2027-03-30");
        assertThat(after).isNotEmpty().isEqualTo(before);
        assertThat(slots("?from=2027-03-27").stream().map(Instant::parse).toList())
                .as("no half-hour twice, none in the hour that is not there")
                .doesNotHaveDuplicates()
                .isSorted();
    }

    /** From Tuesday to Friday, which are no holidays in either week. */
    private List<LocalTime> onTheWall(String tuesday) {
        LocalDate first = LocalDate.parse(tuesday);
        return slots("?from=" + tuesday).stream()
                .map(start -> Instant.parse(start).atZone(PARIS))
                .filter(start -> start.toLocalDate().isBefore(first.plusDays(4)))
                .map(ZonedDateTime::toLocalTime)
                .toList();
    }

    private static boolean saysThatNoneIsLeft(Answer answer) {
        return answer.status() == 409 && answer.body().contains("capacity-short")
                || answer.status() == 422 && answer.body().contains("reste");
    }

    private List<String> slots(String query) {
        return START.matcher(Http.of(shop, "ville")
                        .get("/api/v1/shops/" + SHOP + "/slots" + query)
                        .body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Baskets with one piece each, spread over the half-hours so that these are enough for all. */
    private List<String> baskets(int many) {
        List<String> slots = slots("");
        List<String> later = slots.subList(slots.size() / 5, slots.size());
        return IntStream.range(0, many)
                .mapToObj(i -> {
                    String basket = buyer.opens();
                    assertThat(buyer.adds(basket, soap).status()).isEqualTo(201);
                    assertThat(buyer.fetchesAt(basket, SHOP, later.get(i % later.size()))
                                    .status())
                            .isEqualTo(204);
                    return basket;
                })
                .toList();
    }

    private void claimsAreTheStockTaken() {
        assertThat(shop.number(
                        "select c.taken - coalesce((select sum(k.quantity) from capacity_claim k where k.capacity_id = c.id"
                                + " and not k.returned), 0) from capacity c where c.id = " + capacity))
                .isZero();
    }

    private long stock(String what) {
        return shop.number("select " + what + " from capacity where id = " + capacity);
    }

    private void stock(String column, String value) {
        shop.number("update capacity set " + column + " = " + value + " where id = " + capacity + " returning id");
    }

    private long checkouts(String basket, String that) {
        return shop.number("select count(*) from checkout where cart_id = '" + basket + "' and " + that);
    }

    private Answer moves(String part, String token, String body) {
        return buyer.json("POST", "/api/v1/merchant/parts/" + part + "/moves", body, "Authorization: Bearer " + token);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    /** All of them start when the last one is ready. */
    private static <T> List<T> atOnce(int many, IntFunction<T> act) {
        CountDownLatch ready = new CountDownLatch(many);
        ExecutorService crowd = Executors.newFixedThreadPool(many);
        try {
            List<Future<T>> acts = IntStream.range(0, many)
                    .mapToObj(i -> crowd.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return act.apply(i);
                    }))
                    .toList();
            return acts.stream().map(ManyBuyersAtOnceIT::done).toList();
        } finally {
            crowd.shutdownNow();
        }
    }

    private static <T> T done(Future<T> act) {
        try {
            return act.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
