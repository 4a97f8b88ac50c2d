package fr.halle.sales.web;

import fr.halle.identity.web.NotYours;
import fr.halle.sales.model.DeskInbox;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.service.DeskSetup;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a desk's settings off the form. Lists come as columns of equal length; a line in which nothing stands is no line. */
final class TypedSetup {

    private static final int LONGEST = 5000;
    private static final int MOST = 200;
    private static final String CONTENT = "content.";
    private static final Set<String> CONTENTS = java.util.Arrays.stream(MailContentKind.values())
            .flatMap(kind ->
                    DeskSetup.LANGUAGES.stream().map(language -> CONTENT + DeskSetup.contentKey(kind, language)))
            .collect(Collectors.toUnmodifiableSet());

    private final HttpServletRequest request;

    private TypedSetup(HttpServletRequest request) {
        this.request = request;
    }

    /** @throws NotYours when the form was forged to write what is not the desk's, such as the legal footer (K27) */
    static DeskSetup of(HttpServletRequest request) {
        TypedSetup typed = new TypedSetup(request);
        typed.checkNames();
        return new DeskSetup(
                typed.version(),
                "MAIL_ONLY".equals(request.getParameter("inbox")) ? DeskInbox.MAIL_ONLY : DeskInbox.CENTRAL,
                typed.objects(),
                typed.categories(),
                typed.rules(),
                typed.contents(),
                typed.catalogues());
    }

    private void checkNames() {
        for (String name : Collections.list(request.getParameterNames())) {
            if (name.startsWith("footer") || name.startsWith(CONTENT) && !CONTENTS.contains(name)) {
                throw new NotYours();
            }
        }
    }

    private int version() {
        String version = request.getParameter("version");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    private List<DeskSetup.Subject> objects() {
        List<DeskSetup.Subject> objects = new ArrayList<>();
        for (String language : DeskSetup.LANGUAGES) {
            String[] ids = all("objectId." + language);
            String[] labels = all("objectLabel." + language);
            String[] emails = all("objectEmail." + language);
            for (int i = 0; i < Math.min(labels.length, emails.length); i++) {
                if (!labels[i].isEmpty() || !emails[i].isEmpty()) {
                    objects.add(new DeskSetup.Subject(id(ids, i), language, labels[i], emails[i]));
                }
            }
        }
        return objects;
    }

    private List<DeskSetup.Category> categories() {
        String[] ids = all("categoryId");
        String[] codes = all("categoryCode");
        String[] french = all("categoryFr");
        String[] english = all("categoryEn");
        List<DeskSetup.Category> categories = new ArrayList<>();
        for (int i = 0; i < Math.min(codes.length, Math.min(french.length, english.length)); i++) {
            if (!(codes[i] + french[i] + english[i]).isEmpty()) {
                categories.add(new DeskSetup.Category(id(ids, i), codes[i], french[i], english[i]));
            }
        }
        return categories;
    }

    /** {@code OBJECT:12}, {@code LANGUAGE:en}, or {@code PAGE} with a part of the address beside it. */
    private List<DeskSetup.Rule> rules() {
        String[] when = all("ruleWhen");
        String[] page = all("rulePage");
        String[] codes = all("ruleCode");
        List<DeskSetup.Rule> rules = new ArrayList<>();
        for (int i = 0; i < Math.min(when.length, Math.min(page.length, codes.length)); i++) {
            int colon = when[i].indexOf(':');
            if (colon > 0) {
                rules.add(new DeskSetup.Rule(when[i].substring(0, colon), when[i].substring(colon + 1), codes[i]));
            } else if (!page[i].isEmpty() || !codes[i].isEmpty()) {
                rules.add(new DeskSetup.Rule("PAGE", page[i], codes[i]));
            }
        }
        return rules;
    }

    private Map<String, String> contents() {
        Map<String, String> contents = new HashMap<>();
        for (String name : CONTENTS) {
            String body = request.getParameter(name);
            if (body != null) {
                contents.put(name.substring(CONTENT.length()), body.substring(0, Math.min(body.length(), LONGEST)));
            }
        }
        return contents;
    }

    private List<String> catalogues() {
        Set<String> codes = new LinkedHashSet<>(List.of(all("catalogue")));
        codes.removeIf(String::isEmpty);
        return List.copyOf(codes);
    }

    private static @Nullable Long id(String[] ids, int i) {
        return i < ids.length && ids[i].matches("\\d{1,18}") ? Long.valueOf(ids[i]) : null;
    }

    private String[] all(String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return new String[0];
        }
        return java.util.Arrays.stream(values)
                .limit(MOST)
                .map(value -> value.strip().substring(0, Math.min(value.strip().length(), 500)))
                .toArray(String[]::new);
    }
}
