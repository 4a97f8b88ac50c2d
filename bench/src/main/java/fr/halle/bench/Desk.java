package fr.halle.bench;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What 200 merchants ask of a million parts through the API, each with its own token: lists, searches, moves. */
final class Desk {

    private static final int MERCHANTS = 200;
    private static final int MOST_MOVES = 40_000;
    private static final String PARTS = "/api/v1/merchant/parts";

    private final List<Part> parts = new ArrayList<>();
    private final List<Part> recorded = new ArrayList<>();
    private final AtomicInteger moved = new AtomicInteger();

    /** A part and what its buyer is known by. */
    private record Part(int merchant, String number, String email, String name) {}

    /** Reads what will be asked for: parts of everywhere in the two years, and parts that can still be accepted. */
    Desk(String databaseUrl) throws SQLException {
        String part = "select p.merchant_id % 10000000, p.number, o.email, o.last_name from merchant_order p"
                + " join customer_order o on o.id = p.order_id where p.portal_id = 2 and ";
        try (java.sql.Connection connection = DriverManager.getConnection(databaseUrl);
                Statement statement = connection.createStatement()) {
            read(statement, part + "p.id % 197 = 0", parts);
            read(statement, part + "p.state = 'RECORDED' and p.version = 0 limit " + MOST_MOVES, recorded);
        }
    }

    private static void read(Statement statement, String query, List<Part> into) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                into.add(new Part(rows.getInt(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
    }

    Map<String, Load.Deed> searches() {
        Map<String, Load.Deed> searches = new LinkedHashMap<>();
        searches.put("newest 25 of one merchant", (connection, n) -> ask(connection, (int) (n % MERCHANTS), ""));
        searches.put(
                "those to be accepted", (connection, n) -> ask(connection, (int) (n % MERCHANTS), "&state=RECORDED"));
        searches.put("by number", (connection, n) -> find(connection, n, part(n).number()));
        searches.put("by e-mail", (connection, n) -> find(connection, n, part(n).email()));
        searches.put(
                "by the beginning of an e-mail",
                (connection, n) -> find(connection, n, part(n).email().split("\\.")[0]));
        searches.put("by family name", (connection, n) -> find(connection, n, part(n).name()));
        searches.put("by part of a name", (connection, n) -> find(connection, n, middle(part(n).name())));
        String month = YearMonth.now(ZoneId.of("Europe/Paris")).minusMonths(1).toString();
        searches.put("last month's calendar", (connection, n) -> calendar(connection, n, month));
        searches.put("the same by service", (connection, n) -> calendar(connection, n, month + "&by=service"));
        return searches;
    }

    /** A part is accepted: history, message and whatever follows from it are written. */
    Load.Deed moves() {
        return (connection, n) -> {
            int next = moved.getAndIncrement();
            if (next >= recorded.size()) {
                throw new IOException("all " + recorded.size() + " parts that could be accepted are");
            }
            Part part = recorded.get(next);
            Purchase.expect(
                    200,
                    connection.ask(
                            "POST",
                            PARTS + "/" + part.number() + "/moves",
                            token(part.merchant()),
                            "{\"move\":\"CONFIRM\",\"version\":0}"));
        };
    }

    private Part part(long number) {
        return parts.get((int) Math.floorMod(number * 7919, (long) parts.size()));
    }

    private void find(Connection connection, long number, String words) throws IOException {
        Connection.Answer answer = ask(connection, part(number).merchant(), "&q=" + encoded(words));
        if (!answer.body().contains("EP-")) {
            throw new IOException("nothing was found by " + words);
        }
    }

    private static void calendar(Connection connection, long number, String month) throws IOException {
        String path = "/api/v1/merchant/calendar?month=" + month;
        Purchase.expect(200, connection.ask("GET", path, token((int) (number % MERCHANTS)), null));
    }

    private static Connection.Answer ask(Connection connection, int merchant, String filter) throws IOException {
        return Purchase.expect(200, connection.ask("GET", PARTS + "?limit=25" + filter, token(merchant), null));
    }

    private static String token(int merchant) {
        return "Authorization: Bearer halle_desk-" + merchant + "\r\n";
    }

    private static String middle(String name) {
        return name.substring(1, Math.max(4, name.length() - 1)).strip();
    }

    private static String encoded(String words) {
        return java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }
}
