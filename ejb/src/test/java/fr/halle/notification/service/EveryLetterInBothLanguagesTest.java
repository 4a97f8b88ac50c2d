package fr.halle.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.order.model.MerchantOrderState;
import fr.halle.testing.TestIds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event is told in French and in English (M42, C06 …), and says nothing it should not. */
class EveryLetterInBothLanguagesTest {

    private static final Mailbag BAG = new Mailbag();

    static Stream<Arguments> lettersAndLanguages() {
        return Arrays.stream(NotificationEvent.values())
                .flatMap(event -> Stream.of("fr", "en").map(language -> Arguments.of(event, language)));
    }

    @ParameterizedTest
    @MethodSource("lettersAndLanguages")
    void isWrittenWhole(NotificationEvent event, String language) throws IOException {
        long id = BAG.queue(event, Channel.MAIL, "lea@exemple.fr", language);
        BAG.sender(new Outbox()).send(List.of(id));
        Mailbag.Stored row = Mailbag.stored(id);
        assertThat(row.error()).isNull();
        assertThat(row.state()).isEqualTo("SENT");
        keep(event + "-" + language, row);
        for (String written : List.of(row.subject(), row.html(), row.text(), row.sender())) {
            assertThat(written).isNotBlank().doesNotContain("{{", "null", "fr.halle", String.valueOf(Phrase.BOLD));
        }
        assertThat(row.html())
                .contains("lang=\"" + language + "\"")
                .contains("Mairie")
                .doesNotContain("<img src=\"\"");
        assertThat(row.text()).doesNotContain("<b>", "&amp;").contains("http://");
        assertThat(row.replyTo()).contains("@");
    }

    @ParameterizedTest
    @MethodSource("lettersAndLanguages")
    void neverNamesTheFees(NotificationEvent event, String language) {
        long id = BAG.queue(event, Channel.MAIL, "lea@exemple.fr", language);
        BAG.sender(new Outbox()).send(List.of(id));
        assertThat(Mailbag.stored(id).html() + Mailbag.stored(id).text())
                .as("fees are the merchant's business (K28)")
                .doesNotContainIgnoringCase("commission")
                .doesNotContain("3,56", "3,81", "€3.56");
    }

    /** C23: an answer by mail would be in no conversation, under nobody's name. */
    @ParameterizedTest
    @ValueSource(strings = {"CONTACT_ARRIVED", "CUSTOMER_WROTE", "QUOTE_ANSWERED"})
    void aDeskThatWorksInHalleAnswersOnThePage(NotificationEvent event) {
        for (String language : List.of("fr", "en")) {
            long id = BAG.queue(event, Channel.MAIL, "accueil@ecole.fr", language);
            BAG.sender(new Outbox()).send(List.of(id));
            Mailbag.Stored row = Mailbag.stored(id);
            assertThat(row.replyTo()).isNotIn("lea@exemple.fr", "accueil@ecole.fr");
            assertThat(row.text())
                    .contains("/pro/sales/request?id=" + BAG.request, "lea@exemple.fr")
                    .containsAnyOf("une réponse à ce mail ne lui parviendrait pas", "would not reach them");
        }
    }

    /** C23: whoever was given the address may write; what was written is text, and the name ends no header. */
    @Test
    void whatACustomerWroteIsToldAsItIs() {
        long message = TestIds.id();
        Mailbag.SQL.update(
                "insert into request_message (id, request_id, desk_id, side, author, body, at, source)"
                        + " values (?, ?, ?, 'CUSTOMER', ?, ?, now(), 'MAIL')",
                message,
                BAG.request,
                BAG.desk,
                "Zoé\r\nBcc: tous@exemple.fr",
                "Oui.\n\n<img src=x onerror=alert(1)>");
        Mailbag.SQL.update(
                "insert into request_file (id, request_id, message_id, name, media_type, bytes, sha256, content)"
                        + " values (?, ?, ?, 'plan.pdf', 'application/pdf', 1, 'x', 'x')",
                TestIds.id(),
                BAG.request,
                message);
        long id = BAG.queue(new NewNotification(
                BAG.town.portalId,
                Channel.MAIL,
                NotificationEvent.CUSTOMER_WROTE,
                UUID.randomUUID().toString(),
                "accueil@ecole.fr",
                "fr",
                null,
                null,
                null,
                BAG.request,
                BAG.town.merchantId,
                Map.of("message", Long.toString(message))));
        BAG.sender(new Outbox()).send(List.of(id));
        Mailbag.Stored row = Mailbag.stored(id);
        assertThat(row.subject()).contains("nouveau message de Zoé").doesNotContain("\n", "\r");
        assertThat(row.text()).contains("Oui.", "<img src=x onerror=alert(1)>", "plan.pdf", "Léa Martin");
        assertThat(row.html()).contains("&lt;img src=x onerror").doesNotContain("<img src=x");
    }

    /** K9: what is told again tells the facts of today. */
    @Test
    void aRecapAndAConfirmationSayWhatWasCancelledSince() {
        Mailbag.SQL.update("update order_line set state = 'CANCELLED' where id = ?", BAG.goodsLine);
        for (NotificationEvent event : List.of(NotificationEvent.ORDER_RECAP, NotificationEvent.ORDER_LINE_CONFIRMED)) {
            long id = BAG.queue(event, Channel.MAIL, "lea@exemple.fr", "fr");
            BAG.sender(new Outbox()).send(List.of(id));
            assertThat(Mailbag.stored(id).error()).isNull();
            assertThat(Mailbag.stored(id).text()).containsIgnoringCase("annulé");
        }
        long id = BAG.queue(NotificationEvent.PART_MOVED, Channel.MAIL, "lea@exemple.fr", "fr");
        BAG.sender(new Outbox()).send(List.of(id));
        assertThat(Mailbag.stored(id).text().replaceAll("[\u00a0\u202f]", " "))
                .as("what was ordered of the shop, and what is left of it")
                .containsPattern(
                        "Total de cette boutique : 114,00 €\\RAnnulé : [-−]12,00 €\\RTotal de ce qui reste : 102,00 €");
        Mailbag.SQL.update("update order_line set state = 'CONFIRMED' where id = ?", BAG.goodsLine);
    }

    @Test
    void everyStateHasItsWordsForEveryMode() {
        Set<MerchantOrderState> told = EnumSet.complementOf(
                EnumSet.of(MerchantOrderState.CANCELLED, MerchantOrderState.ERROR, MerchantOrderState.RECORDED));
        for (String mode : List.of("PICKUP", "NONE", "DELIVERY")) {
            Mailbag.SQL.update("update merchant_order set mode = ? where id = ?", mode, BAG.goods.id());
            for (MerchantOrderState state : told) {
                for (String language : List.of("fr", "en")) {
                    long id = BAG.queue(new NewNotification(
                            BAG.town.portalId,
                            Channel.MAIL,
                            NotificationEvent.PART_MOVED,
                            UUID.randomUUID().toString(),
                            "lea@exemple.fr",
                            language,
                            BAG.sale.orderId,
                            BAG.goods.id(),
                            null,
                            null,
                            BAG.goods.merchantId(),
                            Map.of("to", state.name())));
                    BAG.sender(new Outbox()).send(List.of(id));
                    assertThat(Mailbag.stored(id).error()).isNull();
                    assertThat(Mailbag.stored(id).html()).contains("class=\"pn\"");
                }
            }
        }
        Mailbag.SQL.update("update merchant_order set mode = 'PICKUP' where id = ?", BAG.goods.id());
    }

    /** L221-13. */
    @Test
    void aConfirmationOfOnePrestationLeadsToTheTermsThatWereAccepted() {
        long id = BAG.queue(NotificationEvent.ORDER_LINE_CONFIRMED, Channel.MAIL, "lea@exemple.fr", "fr");
        BAG.sender(new Outbox()).send(List.of(id));
        assertThat(Mailbag.stored(id).text()).contains("/terms/" + BAG.portalTerms, "/terms/" + BAG.goodsTerms);
        assertThat(Mailbag.stored(id).html()).contains("Conditions acceptées", "/terms/" + BAG.goodsTerms + "\"");
    }

    /** K11. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void confirmsAPartOrAWholeOrderInOneMail(String language) throws IOException {
        Long[] parts = {BAG.goods.id(), BAG.stay.id(), null};
        for (Long part : parts) {
            long id = BAG.queue(new NewNotification(
                    BAG.town.portalId,
                    Channel.MAIL,
                    NotificationEvent.ORDER_LINE_CONFIRMED,
                    UUID.randomUUID().toString(),
                    "lea@exemple.fr",
                    language,
                    BAG.sale.orderId,
                    part,
                    null,
                    null,
                    null,
                    Map.of()));
            BAG.sender(new Outbox()).send(List.of(id));
            Mailbag.Stored row = Mailbag.stored(id);
            assertThat(row.error()).as("K11").isNull();
            keep("CONFIRMED-" + (part == null ? "whole" : part) + "-" + language, row);
            boolean whole = part == null;
            assertThat(row.text().contains("Bar sauvage")).isEqualTo(whole || part == BAG.goods.id());
            assertThat(row.text().contains("Edelweiss")).isEqualTo(whole || part == BAG.stay.id());
            boolean french = language.equals("fr");
            assertThat(row.text().contains(french ? "Vous avez quatorze jours" : "You have fourteen days"))
                    .as("L221-13: each kind of withdrawal, once")
                    .isEqualTo(whole || part == BAG.goods.id());
            assertThat(row.text().contains(french ? "Réservé pour une date" : "Booked for a set date"))
                    .isEqualTo(whole || part == BAG.stay.id());
            assertThat(row.text().contains(french ? "dont TVA 5,50" : "of which VAT 5.50"))
                    .isEqualTo(whole || part == BAG.goods.id());
            assertThat(row.text()).contains("/terms/" + BAG.portalTerms);
            assertThat(row.text().contains("/terms/" + BAG.goodsTerms))
                    .as("of those who sell what it confirms")
                    .isEqualTo(whole || part == BAG.goods.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void tellsOfABalancePaidTwiceWithoutSayingThatTheOrderIsGone(String language) {
        long id = BAG.queue(new NewNotification(
                BAG.town.portalId,
                Channel.MAIL,
                NotificationEvent.PAYMENT_RETURNED,
                UUID.randomUUID().toString(),
                "lea@exemple.fr",
                language,
                BAG.sale.orderId,
                BAG.stay.id(),
                null,
                1L,
                BAG.stay.merchantId(),
                Map.of("amountCents", "86414")));
        BAG.sender(new Outbox()).send(List.of(id));
        assertThat(Mailbag.stored(id).text()).contains("864").doesNotContain("n’existe pas", "There is no order");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void tellsOfAnOrderPaidTwiceThatItStands(String language) {
        long id = BAG.queue(new NewNotification(
                BAG.town.portalId,
                Channel.MAIL,
                NotificationEvent.PAYMENT_RETURNED,
                UUID.randomUUID().toString(),
                "lea@exemple.fr",
                language,
                null,
                null,
                null,
                1L,
                null,
                Map.of("amountCents", "86414", "number", "EP-00002", "paid", "EP-00001")));
        BAG.sender(new Outbox()).send(List.of(id));
        assertThat(Mailbag.stored(id).text())
                .contains("864", "EP-00001")
                .doesNotContain("n’existe pas", "There is no order");
    }

    /** K7, K10. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void tellsOfAReplacementWhoseDifferenceWaitsToBeSent(String language) {
        for (NotificationEvent event :
                List.of(NotificationEvent.ORDER_REPLACED, NotificationEvent.PART_REPLACED_ON_BEHALF)) {
            long id = BAG.queue(new NewNotification(
                    BAG.town.portalId,
                    Channel.MAIL,
                    event,
                    UUID.randomUUID().toString(),
                    "lea@exemple.fr",
                    language,
                    BAG.sale.orderId,
                    BAG.goods.id(),
                    null,
                    null,
                    BAG.goods.merchantId(),
                    Map.of(
                            "replaced",
                            "EP-00041-001",
                            "was",
                            "Homard",
                            "carriedCents",
                            "1000",
                            "refundedCents",
                            "200",
                            "code",
                            "UNAVAILABLE",
                            "by",
                            "Mairie",
                            "waits",
                            "true")));
            BAG.sender(new Outbox()).send(List.of(id));
            assertThat(Mailbag.stored(id).text())
                    .containsAnyOf("À rembourser", "To be refunded")
                    .doesNotContain("48 h", "Vous êtes remboursé", "You are refunded");
        }
    }

    @Test
    void theSmsHasTheNumberAndTheCountAndNothingPersonal() {
        for (String language : List.of("fr", "en")) {
            long id = BAG.queue(NotificationEvent.NEW_ORDER, Channel.SMS, "06 12 34 56 78", language);
            BAG.sender(new Outbox()).send(List.of(id));
            assertThat(Mailbag.stored(id).text())
                    .contains(BAG.goods.number())
                    .contains("2 ")
                    .doesNotContain("Léa", "Martin", "lea@", "114");
            assertThat(SmsText.of(Mailbag.stored(id).text()).segments()).hasSize(1);
        }
    }

    @Test
    void bothBundlesHaveTheSameKeys() {
        assertThat(bundle(Locale.FRENCH).keySet())
                .isEqualTo(bundle(Locale.ENGLISH).keySet());
    }

    /** « Office de tourisme prépare votre commande » lacks its article: a name within a French sentence is quoted, or stands by itself. */
    @Test
    void aFrenchSentenceIsRightForAnyNameOfAShop() {
        Pattern bare =
                Pattern.compile("(?<!: |, |Bonjour |«\u00a0)\\{\\{(shop|merchant|desk|seller)}}(?! \\(|\u00a0:)");
        for (String name : List.of("mail", "document")) {
            ResourceBundle words = ResourceBundle.getBundle("fr.halle.i18n." + name, Locale.FRENCH);
            for (String key : words.keySet()) {
                // « vendu par Point d'activité » is the documents' own wording (M33).
                if (!key.equals("line.soldBy")) {
                    assertThat(words.getString(key).replace("*", "")).as(key).doesNotContainPattern(bare);
                }
            }
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("fr.halle.i18n.mail", locale);
    }

    /** Beside the test's classes, for whoever wants to look at them. */
    private static void keep(String name, Mailbag.Stored row) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "letters"));
        Files.writeString(folder.resolve(name + ".html"), String.valueOf(row.html()), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve(name + ".txt"), row.subject() + "\n\n" + row.text(), StandardCharsets.UTF_8);
    }
}
