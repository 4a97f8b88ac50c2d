package fr.halle.sales.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A content of a mail as a desk words it, with fields such as {@code {prenom}} out of a white list. A field is replaced by its value
 * once: a value that looks like a field stays what it is. Nothing in it is markup or code.
 */
public final class MailTemplate {

    /** The longest content; a page of text. */
    public static final int MOST = 4000;

    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}");

    /** A field, or a brace that has lost the other with the word at it: somebody meant a field, and its reader would see the brace. */
    private static final Pattern BRACED = Pattern.compile(FIELD + "|\\{\\S{0,20}|[^\\s{}]{0,20}}");

    private MailTemplate() {}

    /** What a content of this kind may name, as it is typed between braces, the same in both languages. */
    public static List<String> fields(MailContentKind kind) {
        return switch (kind) {
            case SIGNATURE -> List.of();
            case ACKNOWLEDGEMENT -> List.of("prenom", "nom", "sejour", "objet");
            case QUOTE -> List.of("prenom", "nom", "sejour", "objet", "devis", "montant", "validite");
            case PAYMENT_REQUEST -> List.of("prenom", "nom", "sejour", "objet", "devis", "montant");
        };
    }

    /** What has a brace and is no field of this kind, as it was typed. */
    public static List<String> unknown(MailContentKind kind, String body) {
        List<String> unknown = new ArrayList<>();
        Matcher matcher = BRACED.matcher(body);
        while (matcher.find()) {
            String field = matcher.group(1);
            if (field == null || !fields(kind).contains(field)) {
                unknown.add(matcher.group());
            }
        }
        return unknown;
    }

    /** @param values by field; one that is missing leaves nothing, not even the space before it */
    public static String fill(String body, Map<String, String> values) {
        Matcher matcher = FIELD.matcher(body);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.getOrDefault(matcher.group(1), "");
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
            int end = filled.length() - 1;
            if (value.isEmpty() && end >= 0 && filled.charAt(end) == ' ') {
                filled.setLength(end);
            }
        }
        return matcher.appendTail(filled).toString();
    }
}
