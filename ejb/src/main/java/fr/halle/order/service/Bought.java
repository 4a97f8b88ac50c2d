package fr.halle.order.service;

import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.OrderNumbers.Parsed;
import fr.halle.shared.model.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which parts are meant by a text, such as their number (K15) or a piece of their buyer's name (M11), as a statement of their ids. A merchant's own are read in an
 * index alone, whose entries hold the buyer's words; an operator's by the pieces of all its portal's customers.
 *
 * @param ids a statement whose only column is a part's id
 */
record Bought(String ids, List<@Nullable Object> values) {

    private static final String OF_MERCHANT = "select x.id from merchant_order x where x.merchant_id = ?";
    private static final String OF_OPERATOR =
            "select x.id from merchant_order x join customer_order c on c.id = x.order_id"
                    + " where x.portal_id = coalesce(?::bigint, x.portal_id)";

    /** The planner does not look at the piece: whatever it is, the merchant's entries are read, and need not be planned for again. */
    private static final String IN_INDEX = " and x.buyer like (select ?)";

    private static final String AMONG_ALL = " and fold(c.email || ' ' || c.first_name || ' ' || c.last_name) like ?";

    private static final String ALIASED = "select a.merchant_order_id from order_alias a where a.alias = ? union all ";

    private static final String NUMBERED =
            "select x.id from merchant_order x join customer_order c on c.id = x.order_id"
                    + " where c.order_no = ? and x.position = coalesce(?::int, x.position)";

    /** Pieces are only looked for where nobody has exactly this address. */
    private static final String EXACT = "with exact as materialized (select x.id from merchant_order x"
            + " join customer_order c on c.id = x.order_id where lower(c.email) = ?"
            + " and x.merchant_id = coalesce(?::bigint, x.merchant_id))"
            + " select id from exact union all %s and not exists (select 1 from exact)";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@.]{2,}");
    private static final Pattern WILDCARDS = Pattern.compile("[\\\\%_]");

    /** Accents and case ignored; every word counts, a piece of it is enough. A whole address is looked up as one first. */
    static Bought by(Scope scope, String text) {
        String address = text.strip();
        Bought pieces = pieces(scope, address);
        return ADDRESS.matcher(address).matches()
                ? new Bought(
                        String.format(EXACT, pieces.ids),
                        with(pieces, address.toLowerCase(Locale.ROOT), scope.merchantId()))
                : pieces;
    }

    /** What may be another system's number may be a piece of an address as well: both are looked for (K15). */
    static Bought byNumberOr(Scope scope, String text) {
        Bought pieces = pieces(scope, text);
        return new Bought(ALIASED + pieces.ids, with(pieces, text.toLowerCase(Locale.ROOT)));
    }

    /** Another system may have numbered as we do: {@code 2021-004} is a part of an order of ours, and may be what one was imported with (K15). */
    static Bought numbered(Parsed number, String text) {
        return new Bought(
                ALIASED + NUMBERED, Arrays.asList(text.toLowerCase(Locale.ROOT), number.order(), number.part()));
    }

    private static Bought pieces(Scope scope, String text) {
        boolean own = scope.merchantId() != null;
        StringBuilder ids = new StringBuilder(own ? OF_MERCHANT : OF_OPERATOR);
        List<@Nullable Object> values = new ArrayList<>();
        values.add(own ? scope.merchantId() : scope.portalId());
        for (String word : Texts.fold(text).split(" ")) {
            ids.append(own ? IN_INDEX : AMONG_ALL);
            values.add("%" + WILDCARDS.matcher(word).replaceAll("\\\\$0") + "%");
        }
        return new Bought(ids.toString(), values);
    }

    private static List<@Nullable Object> with(Bought pieces, @Nullable Object... before) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(before));
        values.addAll(pieces.values);
        return values;
    }
}
