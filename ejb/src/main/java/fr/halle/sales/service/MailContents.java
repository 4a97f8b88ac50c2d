package fr.halle.sales.service;

import fr.halle.sales.model.MailContentKind;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.Sql;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * What a desk's mails say by default (P08–P12, P21): its own words, else the house's. Fields in braces are still in it;
 * {@link fr.halle.sales.model.MailTemplate#fill} takes them out.
 */
@Service
public class MailContents {

    @Inject
    private Sql sql;

    public String of(long deskId, MailContentKind kind, String language) {
        Optional<String> own = sql.one(
                "select body from mail_content where desk_id = ? and kind = ? and language = ?",
                row -> row.text("body"),
                deskId,
                kind,
                language);
        return own.filter(body -> !body.isBlank()).orElseGet(() -> house(kind, language));
    }

    /** The words of the house, which a desk can go back to. */
    public static String house(MailContentKind kind, String language) {
        return ResourceBundle.getBundle(
                        "fr.halle.i18n.mail", Locale.forLanguageTag(language), MailContents.class.getClassLoader())
                .getString("content." + kind.name());
    }
}
