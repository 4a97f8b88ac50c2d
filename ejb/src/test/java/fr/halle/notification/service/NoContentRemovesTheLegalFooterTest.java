package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.model.MailTemplate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** K27, P11: every mail that leaves carries the newest legal footer of its portal, whatever a desk words. */
class NoContentRemovesTheLegalFooterTest {

    private static final Mailbag BAG = new Mailbag();
    private static final String LEGAL = "Mentions légales n° 3 <obligatoires> & complètes";
    private static final String ESCAPED = "Mentions légales n° 3 &lt;obligatoires&gt; &amp; complètes";
    private static final List<String> HOSTILE = List.of(
            "<!--",
            "-->",
            "</td></tr></table></body></html>",
            "<style>*{display:none}</style>",
            "<script>alert(1)</script>",
            "{{operator}}",
            "{{operator!}}",
            "{prenom}",
            "{nom}",
            "{footer}",
            "{",
            "}",
            "\u202e",
            "\u0001",
            "\u0000",
            "\n-- \n",
            "\n\n",
            "&lt;",
            "\\",
            "$1",
            "é",
            "🎿",
            " ",
            "<textarea>",
            "<plaintext>",
            "*");

    static {
        for (String language : List.of("fr", "en")) {
            for (int version = 1; version <= 3; version++) {
                Mailbag.SQL.update(
                        "insert into legal_footer (id, portal_id, language, version, body, published_at, published_by) values (?, ?, ?, ?, ?, now(), 'Ana')",
                        fr.halle.testing.TestIds.id(),
                        BAG.town.portalId,
                        language,
                        version,
                        version == 3 ? LEGAL : "Périmé");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NotificationEvent.class)
    void everyLetterCarriesTheNewest(NotificationEvent event) {
        long id = BAG.queue(event, Channel.MAIL, "lea@exemple.fr", "fr");
        assertThat(written(id)).doesNotContain("Périmé");
    }

    @Test
    void andNoContentOfADeskTakesItAway() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            String content = hostile(random);
            for (MailContentKind kind : List.of(MailContentKind.ACKNOWLEDGEMENT, MailContentKind.SIGNATURE)) {
                Mailbag.SQL.update(
                        "insert into mail_content (desk_id, kind, language, body, changed_at, changed_by) values (?, ?, 'fr', ?, now(), 'x')"
                                + " on conflict (desk_id, kind, language) do update set body = excluded.body",
                        BAG.desk,
                        kind,
                        content.replace("\u0000", ""));
            }
            long id = BAG.queue(NotificationEvent.CONTACT_ACKNOWLEDGED, Channel.MAIL, "lea@exemple.fr", "fr");
            assertThat(written(id))
                    .as("seed %d: %s", seed, content)
                    .doesNotContain("<!--", "<script", "<plaintext", "<textarea");
        }
    }

    /** Hostile values come out as they went in, and no field is filled twice. */
    @Test
    void aValueThatLooksLikeAFieldStaysAValue() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            String value = hostile(random);
            assertThat(MailTemplate.fill("a{prenom}b{nom}c", java.util.Map.of("prenom", value, "nom", "{prenom}")))
                    .as("seed %d", seed)
                    .isEqualTo("a" + value + "b{prenom}c");
            for (String unknown : MailTemplate.unknown(MailContentKind.SIGNATURE, value)) {
                assertThat(value).contains(unknown);
            }
        }
    }

    private static String written(long id) {
        BAG.sender(new Outbox()).send(List.of(id));
        Mailbag.Stored row = Mailbag.stored(id);
        assertThat(row.error()).isNull();
        String html = String.valueOf(row.html());
        assertThat(html).contains(ESCAPED).endsWith("</body></html>\n");
        assertThat(html.indexOf(ESCAPED)).isGreaterThan(html.lastIndexOf("border-top:1px solid #e2e3e8"));
        assertThat(row.text()).contains(LEGAL);
        return html;
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int n = random.nextInt(30); n > 0; n--) {
            text.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return text.toString();
    }
}
