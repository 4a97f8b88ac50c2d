package fr.halle.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a secretary asks of a desk with 200,000 requests and a million messages: pages of the back office, signed in as a browser is. */
final class Sales {

    private static final String LIST = "/pro/sales/requests?all=1";
    private static final String DOSSIERS = "/pro/sales/dossiers";
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" (name|value)=\"([^\"]*)\"");

    private final String cookie;
    private final List<Asked> asked = new ArrayList<>();

    /** A request of the desk's, and what it is found by. */
    private record Asked(
            long id,
            String cursor,
            long object,
            long category,
            long secretary,
            String name,
            String email,
            String phone) {}

    Sales(Shop shop) throws IOException, SQLException {
        try (java.sql.Connection database = DriverManager.getConnection(shop.databaseUrl());
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select r.id, floor(extract(epoch from r.last_at))::bigint || '.'"
                                + " || extract(microseconds from r.last_at)::int % 1000000 || '.' || r.id, r.object_id, r.category_id,"
                                + " (select min(u.id) + r.id % 12 from user_account u where u.merchant_id = r.merchant_id), r.last_name, r.email,"
                                + " '0' || substr(r.phone, 4) from sales_request r join merchant m on m.id = r.merchant_id where m.slug = 'bureau-0'"
                                + " and m.portal_id = 3 and r.spam_at is null and r.archived_at is null and r.id % 97 = 0")) {
            while (row.next()) {
                asked.add(new Asked(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)));
            }
        }
        try (Connection connection = new Connection(shop.port(), shop.host())) {
            cookie = signIn(connection, "http://" + shop.host());
        }
    }

    /** The form of the sign-in, as its page gave it. */
    private static String signIn(Connection connection, String origin) throws IOException {
        Connection.Answer page = connection.get("/pro/sign-in");
        StringBuilder form =
                new StringBuilder("signIn%3Alogin=secretaire-0-0%40sales.test&signIn%3Apassword=bench&signIn%3Ago=");
        Matcher field = HIDDEN.matcher(page.body());
        while (field.find()) {
            Map<String, String> attributes = new LinkedHashMap<>();
            Matcher attribute = ATTRIBUTE.matcher(field.group());
            while (attribute.find()) {
                attributes.put(attribute.group(1), attribute.group(2));
            }
            form.append('&')
                    .append(encoded(attributes.getOrDefault("name", "")))
                    .append('=')
                    .append(encoded(attributes.getOrDefault("value", "")));
        }
        Connection.Answer answer = connection.ask(
                "POST",
                "/pro/sign-in",
                "Cookie: " + page.session() + "\r\nOrigin: " + origin + "\r\n",
                "application/x-www-form-urlencoded",
                form.toString());
        String session = answer.session().isEmpty() ? page.session() : answer.session();
        Purchase.expect(200, connection.ask("GET", LIST, "Cookie: " + session + "\r\n", null));
        return "Cookie: " + session + "\r\n";
    }

    Map<String, Load.Deed> pages() {
        Map<String, Load.Deed> pages = new LinkedHashMap<>();
        pages.put("list, newest 25", list(one -> ""));
        pages.put("list, behind any request", list(one -> "&after=" + one.cursor()));
        pages.put("unread", list(one -> "&state=UNREAD"));
        pages.put("archived", list(one -> "&state=ARCHIVED"));
        pages.put("of an object", list(one -> "&object=" + one.object()));
        pages.put("of a category", list(one -> "&category=" + one.category()));
        pages.put("of a secretary", list(one -> "&assigned=" + one.secretary()));
        pages.put(
                "nobody's, of two categories",
                list(one -> "&assigned=nobody&category=" + one.category() + "&category="
                        + asked.get(0).category()));
        pages.put("by family name", list(one -> "&client=" + encoded(one.name())));
        pages.put("by e-mail", list(one -> "&client=" + encoded(one.email())));
        pages.put("by telephone", list(one -> "&client=" + encoded(one.phone())));
        for (String words : new String[] {
            "disponibilité",
            "chartreuse",
            "VAL LENE",
            "Châribel",
            "chrysoberyl",
            "chien parking",
            "télécabines chamois",
            "inconnu"
        }) {
            pages.put("said: " + words, list(one -> "&said=" + encoded(words)));
        }
        pages.put("said, and by family name", list(one -> "&said=devis&client=" + encoded(one.name())));
        pages.put("said, and of a category", list(one -> "&said=chartreuse&category=" + one.category()));
        pages.put("dossiers, board", page(one -> DOSSIERS));
        pages.put("dossiers, board by family name", page(one -> DOSSIERS + "?q=" + encoded(one.name())));
        pages.put("dossiers, board of what is due", page(one -> DOSSIERS + "?due=1"));
        pages.put("dossiers, table", page(one -> DOSSIERS + "?view=list"));
        pages.put("dossiers, table of a category", page(one -> DOSSIERS + "?view=list&category=" + one.category()));
        pages.put("a request", page(one -> "/pro/sales/request?id=" + one.id()));
        pages.put("measures of ninety days", page(one -> "/pro/sales/measures"));
        pages.put(
                "what an open page asks",
                page(one -> "/pro/sales/news?since=" + one.cursor().split("\\.")[0] + "000"));
        return pages;
    }

    private interface Address {
        String of(Asked one);
    }

    private Load.Deed list(Address filter) {
        return page(one -> LIST + filter.of(one));
    }

    private Load.Deed page(Address address) {
        return (connection, number) -> {
            Asked one = asked.get((int) Math.floorMod(number * 7919, (long) asked.size()));
            Purchase.expect(200, connection.ask("GET", address.of(one), cookie, null));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
