package fr.halle.sales.service;

import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.MailTemplate;
import fr.halle.sales.service.DeskSetupRefused.Wrong;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.EmailSyntax;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Says of each field of a desk's settings what is wrong with it. */
final class DeskSetupCheck {

    /** The lines of one list: what nobody could choose from any more. */
    static final int MOST_LINES = 60;

    private static final int LABEL_MOST = 80;
    private static final Pattern CODE = Pattern.compile("[\\p{Alnum}_-]{1,20}");
    private static final Pattern CATALOGUE = Pattern.compile("[\\p{Alnum}_.-]{1,40}");
    private static final Pattern PAGE = Pattern.compile("[^\\s<>\"]{1,200}");
    private static final String MISSING = "MISSING";
    private static final String TWICE = "TWICE";

    private final List<Wrong> wrong = new ArrayList<>();
    private final DeskSetup setup;

    private DeskSetupCheck(DeskSetup setup) {
        this.setup = setup;
    }

    /** @throws DeskSetupRefused with everything that is wrong */
    static void check(DeskSetup setup) {
        DeskSetupCheck check = new DeskSetupCheck(setup);
        DeskSetup.LANGUAGES.forEach(check::objects);
        check.categories();
        check.rules();
        check.contents();
        check.catalogues();
        if (!check.wrong.isEmpty()) {
            throw new DeskSetupRefused(check.wrong);
        }
    }

    private void objects(String language) {
        Set<String> labels = new HashSet<>();
        List<DeskSetup.Subject> all = setup.objects(language);
        most("object." + language, all.size());
        for (int i = 0; i < all.size(); i++) {
            String field = "object." + language + "." + i;
            label(field + ".label", all.get(i).label());
            if (!labels.add(Texts.fold(all.get(i).label()))) {
                refuse(field + ".label", TWICE, all.get(i).label());
            }
            String email = all.get(i).email();
            if (email.isBlank()) {
                refuse(field + ".email", MISSING, "");
            } else if (email.length() > EmailSyntax.MOST
                    || EmailSyntax.wrong(email).isPresent()) {
                refuse(field + ".email", "EMAIL", "");
            }
        }
    }

    private void categories() {
        Set<String> codes = new HashSet<>();
        most("category", setup.categories().size());
        for (int i = 0; i < setup.categories().size(); i++) {
            DeskSetup.Category category = setup.categories().get(i);
            String field = "category." + i;
            if (!CODE.matcher(category.code()).matches()) {
                refuse(field + ".code", category.code().isBlank() ? MISSING : "CODE", "");
            } else if (!codes.add(category.code().toLowerCase(Locale.ROOT))) {
                refuse(field + ".code", "CODE_TWICE", category.code());
            }
            label(field + ".fr", category.labelFr());
            label(field + ".en", category.labelEn());
        }
    }

    private void rules() {
        most("rule", setup.rules().size());
        for (int i = 0; i < setup.rules().size(); i++) {
            DeskSetup.Rule rule = setup.rules().get(i);
            boolean known =
                    setup.categories().stream().anyMatch(one -> one.code().equalsIgnoreCase(rule.code()));
            if (!known) {
                refuse("rule." + i, "RULE_CATEGORY", "");
            } else if (!holds(rule)) {
                refuse("rule." + i, "RULE_VALUE", "");
            }
        }
    }

    private boolean holds(DeskSetup.Rule rule) {
        return switch (rule.kind()) {
            case "PAGE" -> PAGE.matcher(rule.value()).matches();
            case "LANGUAGE" -> DeskSetup.LANGUAGES.contains(rule.value());
            case "OBJECT" ->
                setup.objects().stream()
                        .anyMatch(one -> one.id() != null && rule.value().equals(Long.toString(one.id())));
            default -> false;
        };
    }

    private void contents() {
        for (MailContentKind kind : MailContentKind.values()) {
            for (String language : DeskSetup.LANGUAGES) {
                content(kind, language, setup.content(kind, language));
            }
        }
    }

    private void content(MailContentKind kind, String language, String body) {
        String field = "content." + DeskSetup.contentKey(kind, language);
        List<String> unknown = MailTemplate.unknown(kind, body);
        if (body.length() > MailTemplate.MOST) {
            refuse(field, "CONTENT_LONG", "");
        } else if (!unknown.isEmpty()) {
            refuse(field, "FIELD", unknown.get(0));
        } else if (Texts.hidesInLines(body)) {
            refuse(field, "HIDDEN", "");
        }
    }

    private void catalogues() {
        Set<String> codes = new HashSet<>();
        most("catalogue", setup.catalogues().size());
        for (String code : setup.catalogues()) {
            if (!CATALOGUE.matcher(code).matches()) {
                refuse("catalogue", "CATALOGUE", code);
            } else if (!codes.add(code.toLowerCase(Locale.ROOT))) {
                refuse("catalogue", TWICE, code);
            }
        }
    }

    private void label(String field, String label) {
        if (label.isBlank()) {
            refuse(field, MISSING, "");
        } else if (label.length() > LABEL_MOST) {
            refuse(field, "LABEL_LONG", "");
        } else if (Texts.hides(label)) {
            refuse(field, "HIDDEN", "");
        }
    }

    private void most(String field, int lines) {
        if (lines > MOST_LINES) {
            refuse(field, "MANY", Integer.toString(MOST_LINES));
        }
    }

    private void refuse(String field, String reason, String detail) {
        // The first thing that is wrong with a field is enough.
        if (wrong.stream().noneMatch(one -> one.field().equals(field))) {
            wrong.add(new Wrong(field, reason, detail));
        }
    }
}
