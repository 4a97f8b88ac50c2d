package fr.halle.sales.service;

import fr.halle.sales.model.DeskInbox;
import fr.halle.sales.model.MailContentKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a desk sets, as it stands or as it was typed (P01–P24). What is the operator's, the legal footer, is not among it (K27).
 *
 * @param version of the desk's settings that this is a change of
 * @param contents by {@link #contentKey}; empty or missing: the house's words
 */
public record DeskSetup(
        int version,
        DeskInbox inbox,
        List<Subject> objects,
        List<Category> categories,
        List<Rule> rules,
        Map<String, String> contents,
        List<String> catalogues) {

    public static final List<String> LANGUAGES = List.of("fr", "en");

    /** An object of the contact form in one language (P03, P04). @param id null for a new one */
    public record Subject(@Nullable Long id, String language, String label, String email) {}

    /** @param id null for a new one */
    public record Category(@Nullable Long id, String code, String labelFr, String labelEn) {}

    /**
     * What presets a category (K26).
     *
     * @param kind PAGE, OBJECT or LANGUAGE
     * @param value part of the page's address, an object's id, a language
     * @param code of the category
     */
    public record Rule(String kind, String value, String code) {}

    public DeskSetup {
        objects = List.copyOf(objects);
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
        contents = Map.copyOf(contents);
        catalogues = List.copyOf(catalogues);
    }

    public List<Subject> objects(String language) {
        return objects.stream()
                .filter(subject -> subject.language().equals(language))
                .toList();
    }

    public static String contentKey(MailContentKind kind, String language) {
        return kind + "." + language;
    }

    /** Its own words, empty where it has none. */
    public String content(MailContentKind kind, String language) {
        return contents.getOrDefault(contentKey(kind, language), "");
    }

    /** What a person reads of it, by what it is of: to be compared with another's. */
    public Map<String, String> read() {
        Map<String, String> read = new LinkedHashMap<>();
        read.put("inbox", inbox.name());
        for (String language : LANGUAGES) {
            List<String> lines = new ArrayList<>();
            objects(language).forEach(one -> lines.add(one.label() + " – " + one.email()));
            read.put("objects." + language, String.join("\n", lines));
        }
        for (MailContentKind kind : MailContentKind.values()) {
            LANGUAGES.forEach(language -> read.put("content." + contentKey(kind, language), content(kind, language)));
        }
        read.put(
                "categories",
                String.join(
                        "\n",
                        categories.stream()
                                .map(one -> one.code() + " – " + one.labelFr() + " – " + one.labelEn())
                                .toList()));
        read.put(
                "rules",
                String.join(
                        "\n",
                        rules.stream()
                                .map(one -> one.kind() + " " + one.value() + " → " + one.code())
                                .toList()));
        read.put("catalogues", String.join("\n", catalogues));
        return read;
    }
}
