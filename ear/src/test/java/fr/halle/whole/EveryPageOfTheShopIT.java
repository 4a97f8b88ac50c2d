package fr.halle.whole;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.whole.Http.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every link of each portal in both languages: no link is dead, no word is missing, every page keeps the house rules. */
class EveryPageOfTheShopIT {

    private static final int MOST_PAGES = 400;
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");
    private static final List<String> NEVER =
            List.of("???", " style=\"", "primefaces", "PrimeFaces", "#{", "{0}", "fr.halle.");

    @ParameterizedTest
    @CsvSource({"montagne,fr", "montagne,en", "ville,fr", "ville,en", "terroir,fr", "terroir,en"})
    void isWhole(String portal, String language) {
        Http http = Http.of(RunningShop.shared(), portal);
        List<String> faults = new ArrayList<>();
        Deque<String> waiting = new ArrayDeque<>(List.of("/"));
        Set<String> known = new HashSet<>(waiting);
        for (int pages = 0; pages < MOST_PAGES && !waiting.isEmpty(); pages++) {
            String path = waiting.remove();
            Answer page = http.get(path, "Cookie: lang=" + language);
            if (page.status() != 200) {
                faults.add(path + " answers " + page.status());
            } else if (page.header("content-type").startsWith("text/html")) {
                faults.addAll(faults(path, language, page));
                links(page.body()).filter(known::add).forEach(waiting::add);
            }
        }
        assertThat(faults).isEmpty();
        assertThat(known).hasSizeGreaterThan(50);
    }

    private static java.util.stream.Stream<String> links(String body) {
        return LINK.matcher(body)
                .results()
                .map(found -> found.group(1).replace("&amp;", "&"))
                .filter(link -> !link.startsWith("/pro") && !link.contains("lang="))
                // Calendars and pagers go on for ever: their first step is enough.
                .filter(link -> !link.contains("?")
                        || link.chars().filter(c -> c == '=').count() < 2);
    }

    private static List<String> faults(String path, String language, Answer page) {
        List<String> faults = new ArrayList<>();
        String body = page.body();
        NEVER.stream().filter(body::contains).forEach(word -> faults.add(path + " shows " + word));
        if (!body.contains("<html lang=\"" + language + "\"")) {
            faults.add(path + " is not in " + language);
        }
        if (body.split("<h1", -1).length != 2) {
            faults.add(path + " has not one heading");
        }
        Set<String> ids = new HashSet<>();
        Matcher id = ID.matcher(body);
        while (id.find()) {
            if (!ids.add(id.group(1))) {
                faults.add(path + " has the id " + id.group(1) + " twice");
            }
        }
        if (!page.header("content-security-policy").contains("default-src 'self'")
                || !page.header("x-content-type-options").equals("nosniff")) {
            faults.add(path + " lacks its headers");
        }
        return faults;
    }
}
