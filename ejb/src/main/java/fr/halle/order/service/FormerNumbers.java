package fr.halle.order.service;

import fr.halle.identity.service.Audit;
import fr.halle.order.service.FormerNumbersRefused.Why;
import fr.halle.order.service.FormerNumbersRefused.Wrong;
import fr.halle.order.service.Sight.Scope;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.OrderNumbers;
import fr.halle.shared.model.OrderNumbers.Parsed;
import fr.halle.shared.model.Permission;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that parts had in the shop they come from, such as 5fec417c-c1f882001c-318c84-001 (K15): an operator brings them as
 * two columns, and every search then finds the part by either. A list is kept whole or not at all.
 */
@Stateless
public class FormerNumbers {

    /** Characters of a list: some ten thousand lines. */
    public static final int LONGEST = 500_000;

    private static final int LONGEST_NUMBER = 100;
    private static final Pattern COLUMNS = Pattern.compile("[;,\t]");
    private static final Pattern QUOTES = Pattern.compile("^\"|\"$");

    private static final String OWN = """
            select p.number, p.id from merchant_order p
             where p.number = any (?) and p.portal_id = coalesce(?::bigint, p.portal_id)""";

    private static final String KEEP = """
            insert into order_alias (alias, merchant_order_id) select * from unnest(?::text[], ?::bigint[])
                on conflict (alias) do nothing""";

    @Inject
    private Sql sql;

    @Inject
    private Sight sight;

    @Inject
    private Audit audit;

    private record Line(int no, String number, String former) {}

    /**
     * @param list a line each: a part's number, a semicolon, comma or tab, its former number; a line of headings may come first
     * @return how many it names; those that were kept before stay as they are
     * @throws FormerNumbersRefused with every line that is wrong: nothing is kept
     * @throws fr.halle.shared.model.NotAllowed when the actor runs no portal
     */
    public int keep(Actor actor, String list) {
        actor.must(Permission.RUN_PORTAL);
        Map<Integer, Wrong> wrong = new TreeMap<>();
        List<Line> lines = read(list, wrong);
        Map<String, Long> parts = parts(sight.of(actor), lines);
        lines.stream()
                .filter(line -> !parts.containsKey(line.number()))
                .forEach(line -> wrong.putIfAbsent(line.no(), new Wrong(line.no(), Why.UNKNOWN, line.number())));
        if (wrong.isEmpty()) {
            write(lines, parts);
            taken(lines, parts, wrong);
        }
        if (!wrong.isEmpty()) {
            throw new FormerNumbersRefused(List.copyOf(wrong.values()));
        }
        audit.write(actor, "former_numbers_kept", "", Integer.toString(lines.size()));
        return lines.size();
    }

    private static List<Line> read(String list, Map<Integer, Wrong> wrong) {
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        String[] rows = list.split("\\R", -1);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].isBlank() || isHeading(i, rows[i])) {
                continue;
            }
            int no = i + 1;
            String[] columns = COLUMNS.split(rows[i].strip(), -1);
            Why why = columns.length == 2 ? refusal(bare(columns[0]), bare(columns[1])) : Why.COLUMNS;
            if (why == null) {
                Line line = new Line(
                        no,
                        partNumber(bare(columns[0])).orElseThrow(),
                        bare(columns[1]).toLowerCase(Locale.ROOT));
                why = seen.putIfAbsent(line.former(), no) == null ? null : Why.TWICE;
                lines.add(line);
            }
            if (why != null) {
                wrong.put(no, new Wrong(no, why, rows[i].strip()));
            }
        }
        return lines;
    }

    private static boolean isHeading(int row, String text) {
        return row == 0 && text.chars().noneMatch(Character::isDigit);
    }

    private static String bare(String column) {
        return QUOTES.matcher(column.strip()).replaceAll("").strip();
    }

    private static @Nullable Why refusal(String number, String former) {
        if (partNumber(number).isEmpty()) {
            return Why.NUMBER;
        }
        boolean readable = !former.isEmpty() && former.length() <= LONGEST_NUMBER && !Texts.hides(former);
        return readable ? null : Why.SYNTAX;
    }

    private static Optional<String> partNumber(String typed) {
        return OrderNumbers.parse(typed).filter(parsed -> parsed.part() != null).map(Parsed::number);
    }

    private Map<String, Long> parts(Scope scope, List<Line> lines) {
        return sql
                .list(
                        OWN,
                        row -> Map.entry(row.text("number"), row.number("id")),
                        (Object) lines.stream().map(Line::number).distinct().toArray(String[]::new),
                        scope.portalId())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void write(List<Line> lines, Map<String, Long> parts) {
        sql.update(
                KEEP,
                lines.stream().map(Line::former).toArray(String[]::new),
                lines.stream().map(line -> parts.get(line.number())).toArray(Long[]::new));
    }

    /** Asked once they are written, so that two lists at the same time cannot both be right. */
    private void taken(List<Line> lines, Map<String, Long> parts, Map<Integer, Wrong> wrong) {
        Map<String, Long> owners = sql
                .list(
                        "select alias, merchant_order_id from order_alias where alias = any (?)",
                        row -> Map.entry(row.text("alias"), row.number("merchant_order_id")),
                        (Object) lines.stream().map(Line::former).toArray(String[]::new))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        for (Line line : lines) {
            if (!Objects.equals(owners.get(line.former()), parts.get(line.number()))) {
                wrong.put(line.no(), new Wrong(line.no(), Why.TAKEN, line.former()));
            }
        }
    }
}
