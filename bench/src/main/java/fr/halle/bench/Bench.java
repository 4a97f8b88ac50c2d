package fr.halle.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Measures the packed shop: {@code ./halle bench [seconds per figure]}, its order desk: {@code ./halle bench desk [seconds]}, its commercial
 * desk: {@code ./halle bench sales [seconds]}. Figures, never a verdict: machines are shared.
 */
public final class Bench {

    /** Clients, and how often they buy in each way. */
    private record Stage(int clients, int purchases) {}

    /**
     * The compiler needs some twenty thousand purchases before figures stand still, and at first its share of the cores: eight
     * clients leave it so little that after the same time a purchase costs half as much again.
     */
    private static final List<Stage> WARM_UP = List.of(new Stage(3, 6_000), new Stage(8, 6_000));

    private static final int WARM_UP_SLICE_SECONDS = 10;

    /** How often the floor and the purchase take turns: the machine's mood changes by the minute, so only neighbours are compared. */
    private static final int TURNS = 8;

    private static final int WARM_UP_OF_A_SEARCH = 20;
    /** All of them go through the same code. */
    private static final int WARM_UP_OF_A_PAGE = 8;

    private static final int[] CLIENTS = {1, 8, 32};
    private static final int PORT = 8190;
    private static final int DATABASE_PORT = 5490;
    private static final String ROW = "%-34s %7s %9s %9s %9s %9s %10s %10s%n";

    private final Shop shop;
    private final Cpu cpu;
    private final int seconds;

    private final List<Noted> noted = new ArrayList<>();

    /** A figure that is looked up again in what the server noted. */
    private record Noted(String what, int clients, Load.Seen seen) {}

    private Bench(Shop shop, int seconds) throws IOException {
        this.shop = shop;
        this.cpu = shop.cpu();
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("halle.home"));
        Path data = Path.of(System.getProperty("halle.bench.data"));
        String what = arguments.length > 0 && !arguments[0].matches("\\d+") ? arguments[0] : "";
        int given = what.isEmpty() ? 0 : 1;
        int seconds = arguments.length > given ? Integer.parseInt(arguments[given]) : 15;
        Shop.Stock stock = switch (what) {
            case "" -> Shop.GOODS;
            case "desk" -> Shop.DESK;
            case "sales" -> Shop.SALES;
            default -> throw new IllegalArgumentException("neither desk nor sales: " + what);
        };
        try (Shop shop = Shop.open(home, data, PORT, DATABASE_PORT, stock)) {
            Statements statements = new Statements(shop.databaseUrl());
            statements.watch(stock != Shop.GOODS);
            System.out.println("first page " + shop.startAgain(Shop.FIRST_COMPILER)
                    + " ms after the process started, on existing data, as halle start starts it");
            String[] recorded = stock == Shop.GOODS ? new String[0] : new String[] {shop.recorded()};
            System.out.println(
                    "first page " + shop.startAgain(recorded) + " ms with both compilers, as measured below");
            Bench bench = new Bench(shop, seconds);
            switch (what) {
                case "desk" -> bench.desk(statements);
                case "sales" -> bench.sales(statements);
                default -> bench.run();
            }
            if (stock != Shop.GOODS) {
                shop.close();
                bench.insideTheServer(new Served(shop.recording()));
            }
        }
    }

    private void run() throws IOException, InterruptedException, ExecutionException, SQLException {
        Map<String, Load.Deed> purchases = new LinkedHashMap<>();
        purchases.put("the whole purchase (5 requests)", new Purchase(terms(), true));
        purchases.put("the same, one by one (8 requests)", new Purchase(terms(), false));
        Map<String, Load.Deed> pages = pages();
        warmUp(purchases, pages);
        floor("run.sh");
        head();
        for (Map.Entry<String, Load.Deed> purchase : purchases.entrySet()) {
            for (int clients : CLIENTS) {
                print(purchase.getKey(), clients, measure(clients, purchase.getValue()));
                drain();
            }
        }
        for (Map.Entry<String, Load.Deed> page : pages.entrySet()) {
            for (int clients : CLIENTS) {
                print(page.getKey(), clients, measure(clients, page.getValue()));
            }
        }
        floor("run.sh");
        beside(purchases.values().iterator().next());
        night();
        System.out.println("resident memory of the application after the load: " + cpu.residentMebibytes() + " MiB");
    }

    /** The purchase's share of the floor at eight clients, both in turns. */
    private void beside(Load.Deed purchase) throws IOException, InterruptedException, ExecutionException {
        double[] shares = new double[TURNS];
        for (int turn = 0; turn < TURNS; turn++) {
            double floor = Double.parseDouble(answer("steps.sh"));
            shares[turn] = 100 * measure(8, purchase).perSecond() / floor;
        }
        Arrays.sort(shares);
        System.out.printf(
                "the whole purchase at 8 clients, of the floor: %.1f %% (%.1f to %.1f in %d turns)%n",
                (shares[(TURNS - 1) / 2] + shares[TURNS / 2]) / 2, shares[0], shares[TURNS - 1], TURNS);
    }

    /** What was bought is collected at night: what that costs is no part of a purchase, but not free either. */
    private void night() throws IOException, InterruptedException, SQLException {
        shop.nightComes("collection");
        long before = collected();
        while (collected() == before) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        before = collected();
        Cpu.Spent spent = cpu.now();
        long began = System.nanoTime();
        TimeUnit.SECONDS.sleep(seconds);
        long done = Math.max(1, collected() - before);
        spent = cpu.now().minus(spent);
        double each = (System.nanoTime() - began) / 1e6 / done;
        System.out.printf(
                ROW,
                "a payment is collected, at night",
                1,
                Math.round(1000 / each),
                String.format("%.1f", each),
                "",
                "",
                each(spent.applicationMillis(), done),
                each(spent.databaseMillis(), done));
    }

    private long collected() throws SQLException {
        return number("select count(*) from payment where state = 'CAPTURED'");
    }

    private void desk(Statements statements)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Desk desk = new Desk(shop.databaseUrl());
        Map<String, Load.Deed> searches = desk.searches();
        for (Load.Deed search : searches.values()) {
            run(3, WARM_UP_OF_A_SEARCH, search);
        }
        floor("searches.sh");
        head();
        for (Map.Entry<String, Load.Deed> search : searches.entrySet()) {
            for (int clients : new int[] {1, 8}) {
                statements.forget();
                Load.Seen seen = run(clients, seconds, search.getValue());
                note(search.getKey(), clients, seen);
                statements.print(seen.done());
            }
        }
        statements.rest();
        run(8, WARM_UP_OF_A_SEARCH, desk.moves());
        print("a part is accepted", 8, run(8, seconds, desk.moves()));
        drain();
    }

    private void sales(Statements statements)
            throws IOException, InterruptedException, ExecutionException, SQLException {
        Map<String, Load.Deed> pages = new Sales(shop).pages();
        for (Load.Deed page : pages.values()) {
            run(3, WARM_UP_OF_A_PAGE, page);
        }
        head();
        for (Map.Entry<String, Load.Deed> page : pages.entrySet()) {
            statements.forget();
            Load.Seen seen = measure(1, page.getValue());
            note(page.getKey(), 1, seen);
            statements.print(seen.done());
        }
    }

    private void note(String what, int clients, Load.Seen seen) {
        print(what, clients, seen);
        noted.add(new Noted(what, clients, seen));
    }

    /** Of the same requests: without the network, and without what the bench itself does on the same cores. */
    private void insideTheServer(Served served) {
        System.out.printf("%-34s %7s %9s %9s%n", "inside the server", "clients", "p50 ms", "p95 ms");
        for (Noted each : noted) {
            Instant from = each.seen().began();
            Instant to = from.plusNanos(each.seen().elapsedNanos());
            System.out.printf(
                    "%-34s %7d %9.2f %9.2f%n",
                    each.what(), each.clients(), served.percentile(50, from, to), served.percentile(95, from, to));
        }
    }

    /** What the same server does by itself, in the same minutes. */
    private void floor(String script) throws IOException, InterruptedException {
        onDatabase(script).inheritIO().start().waitFor();
    }

    private String answer(String script) throws IOException {
        Process asked = onDatabase(script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private ProcessBuilder onDatabase(String script) {
        ProcessBuilder builder = new ProcessBuilder("bash", "floor/" + script, Integer.toString(seconds));
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", "127.0.0.1", "PGPORT", Integer.toString(shop.databasePort()), "PGUSER", "postgres"));
        return builder;
    }

    private void warmUp(Map<String, Load.Deed> purchases, Map<String, Load.Deed> pages)
            throws IOException, InterruptedException, ExecutionException {
        for (Stage stage : WARM_UP) {
            for (Load.Deed purchase : purchases.values()) {
                long done = 0;
                while (done < stage.purchases()) {
                    done += run(stage.clients(), WARM_UP_SLICE_SECONDS, purchase)
                            .done();
                }
            }
        }
        for (Load.Deed page : pages.values()) {
            run(8, Math.max(5, seconds / 2), page);
        }
    }

    private static Map<String, Load.Deed> pages() {
        Map<String, Load.Deed> pages = new LinkedHashMap<>();
        pages.put("list, HTML", get(number -> "/category/rayon-" + number % 5));
        pages.put("product, HTML", get(number -> "/product/produit-" + number % 200));
        pages.put("list, API", get(number -> "/api/v1/products?limit=20&category=rayon-" + number % 5));
        pages.put("product, API", get(number -> "/api/v1/products/produit-" + number % 200));
        return pages;
    }

    private interface Address {
        String of(long number);
    }

    private static Load.Deed get(Address address) {
        return (connection, number) -> Purchase.expect(200, connection.get(address.of(number)));
    }

    private Load.Seen measure(int clients, Load.Deed deed)
            throws IOException, InterruptedException, ExecutionException {
        return run(clients, seconds, deed);
    }

    private Load.Seen run(int clients, int forSeconds, Load.Deed deed)
            throws IOException, InterruptedException, ExecutionException {
        return Load.run(shop.port(), shop.host(), clients, forSeconds, cpu, deed);
    }

    private static void head() {
        System.out.printf(ROW, "what", "clients", "per s", "p50 ms", "p95 ms", "p99 ms", "app ms CPU", "PG ms CPU");
    }

    private static void print(String what, int clients, Load.Seen seen) {
        System.out.printf(
                ROW,
                what,
                clients,
                seen.perSecond(),
                seen.millis(50),
                seen.millis(95),
                seen.millis(99),
                each(seen.cpu().applicationMillis(), seen.done()),
                each(seen.cpu().databaseMillis(), seen.done()));
    }

    private static String each(long millis, long done) {
        return String.format("%.2f", (double) millis / done);
    }

    /** Waits until every mail of the purchases has left (SMS wait for the morning), so that their work is not counted for the next figure. */
    private void drain() throws SQLException, InterruptedException {
        long began = System.nanoTime();
        long waiting = waiting();
        long first = waiting;
        while (waiting > 0 && System.nanoTime() - began < 120_000_000_000L) {
            TimeUnit.MILLISECONDS.sleep(200);
            waiting = waiting();
        }
        System.out.printf(
                "  messages still to send when the purchases ended: %d, all gone %d ms later%n",
                first, (System.nanoTime() - began) / 1_000_000);
    }

    private long waiting() throws SQLException {
        return number(
                "select count(*) from notification where state in ('QUEUED', 'RETRYING') and next_try_at <= now()");
    }

    private long number(String query) throws SQLException {
        try (java.sql.Connection connection = DriverManager.getConnection(shop.databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private Purchase.Terms terms() throws SQLException {
        List<Long> ids = new ArrayList<>();
        List<String> fingerprints = new ArrayList<>();
        try (java.sql.Connection connection = DriverManager.getConnection(shop.databaseUrl());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, sha256 from terms_version"
                        + " where portal_id = 1 and language = 'fr' order by merchant_id nulls first")) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
                fingerprints.add(rows.getString(2));
            }
        }
        return new Purchase.Terms(
                ids.stream().mapToLong(Long::longValue).toArray(), fingerprints.toArray(String[]::new));
    }
}
