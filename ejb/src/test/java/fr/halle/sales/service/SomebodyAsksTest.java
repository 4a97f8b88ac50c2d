package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import fr.halle.notification.model.NotificationEvent;
import fr.halle.sales.model.DeskInbox;
import fr.halle.sales.model.RequestSource;
import fr.halle.shared.service.Secrets;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A contact form is sent (C18–C22, P02, P07, P16, P22, K26): one request, one acknowledgement, and the desk is told. */
class SomebodyAsksTest {

    private final OpenDesk sales = new OpenDesk();
    private final String email = "c" + TestIds.id() + "@exemple.fr";
    private final ContactForms forms = sales.beans.get(ContactForms.class);
    private final Contacting contacting = sales.beans.get(Contacting.class);

    SomebodyAsksTest() {
        sales.beans.observing(ContactNews.class);
    }

    /** C21, P02. */
    @Test
    void andTheCustomerAndTheDeskAreTold() {
        long id = send(typed("k1", "Avez-vous un cours ?"));
        assertThat(sales.told(NotificationEvent.CONTACT_ACKNOWLEDGED, id)).containsExactly(email);
        assertThat(sales.told(NotificationEvent.CONTACT_ARRIVED, id))
                .as("no object has an address of its own: the desk's")
                .containsExactly(sales.desk.email());
        assertThat(count("request_event where request_id = ? and kind = 'ACKNOWLEDGED'", id))
                .isEqualTo(1);
    }

    @Test
    void twiceByADoubleClickIsOneRequest() {
        long first = send(typed("k2", "Bonjour"));
        long second = send(typed("k2", "Bonjour"));
        assertThat(second).isEqualTo(first);
        assertThat(count("notification where subject_id = ?", first)).isEqualTo(2);
        assertThatThrownBy(() -> send(typed("k2", "Autre chose"))).isInstanceOf(ContactKeyReused.class);
    }

    /** C19, P07. */
    @Test
    void atTheAddressOfItsObject() {
        object("fr", "Cours collectifs", "accueil@ecole.fr");
        long prive = object("fr", "Cours privés", "prives@ecole.fr");
        object("en", "Private lessons", "english@ecole.fr");
        ContactForm form = form();
        assertThat(form.objects())
                .extracting(ContactForm.Choice::label)
                .containsExactly("Cours collectifs", "Cours privés");
        long id = send(with(typed("k3", "Bonjour"), Long.toString(prive), ""));
        assertThat(sales.told(NotificationEvent.CONTACT_ARRIVED, id)).containsExactly("prives@ecole.fr");
        long other = send(typed("k4", "Bonjour"));
        assertThat(sales.told(NotificationEvent.CONTACT_ARRIVED, other))
                .as("nothing chosen: the first")
                .containsExactly("accueil@ecole.fr");
    }

    /** C20, P16, K26. */
    @Test
    void whoMustStateACategoryOnceThereAreSome() {
        long object = object("fr", "Cours privés", "prives@ecole.fr");
        long group = category("GROUPE");
        long unknown = category("NSP");
        assertThatThrownBy(() -> send(typed("k5", "Bonjour")))
                .isInstanceOf(ContactRefused.class)
                .extracting("wrong", list(ContactRefused.Wrong.class))
                .containsExactly(new ContactRefused.Wrong("category", "MISSING"));
        long said = send(with(typed("k6", "Bonjour"), "", Long.toString(unknown)));
        assertThat(category(said)).isEqualTo(unknown);
        rule(group, "OBJECT", Long.toString(object));
        assertThat(category(send(typed("k7", "Bonjour")))).as("K26").isEqualTo(group);
        rule(unknown, "LANGUAGE", "fr");
        assertThat(form().presetCategory()).isEqualTo(unknown);
    }

    @Test
    void ofADeskThatWorksByMailLeavesNothingHere() {
        sales.sql.update("update sales_desk set inbox = 'MAIL_ONLY' where id = ?", sales.desk.id());
        ContactForm form = form();
        assertThat(form.desk().inbox()).isEqualTo(DeskInbox.MAIL_ONLY);
        ContactReceipt receipt = contact(form, typed("k8", "Bonjour"));
        assertThat(receipt.requestId()).isNull();
        contact(form, typed("k8", "Bonjour"));
        assertThat(count("sales_request where desk_id = ?", sales.desk.id())).isZero();
        assertThat(count("notification where portal_id = ? and event = 'CONTACT_FORWARDED'", sales.shop.portalId))
                .isEqualTo(1);
        assertThat(count(
                        "notification where portal_id = ? and event = 'CONTACT_ACKNOWLEDGED' and data::text not like '%Bonjour%'"
                                + " and data ->> 'mailbox' = (select m.email from merchant m where m.id = merchant_id)",
                        sales.shop.portalId))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Gagnez sur evil.com, false",
        "EVIL.COM, false",
        "=?utf-8?Q?Mairie?=, false",
        "J.-P. Martin, true",
        "M.Dupont, true",
        "O’Neill Saint-Jean, true"
    })
    void underANameThatIsNoAddressAndNoOthers(String name, boolean taken) {
        ContactTyped typed = new ContactTyped(
                RequestSource.FORM, "k10", "", "", "", "", name, "camille@exemple.fr", "", "", "", "", "", "Bonjour");
        LocalDate today = LocalDate.parse("2026-11-22");
        if (taken) {
            assertThat(new ContactCheck(form(), typed, today).read().lastName()).isEqualTo(name);
        } else {
            assertThatThrownBy(() -> new ContactCheck(form(), typed, today).read())
                    .extracting("wrong", list(ContactRefused.Wrong.class))
                    .extracting(ContactRefused.Wrong::field)
                    .containsExactly("lastName");
        }
    }

    @Test
    void badlyAndIsToldEverythingAtOnce() {
        ContactTyped bad = new ContactTyped(
                RequestSource.FORM,
                "k9",
                "",
                "999999999999",
                "",
                "www.argent.example",
                "",
                "camille@",
                "12",
                "2027-02-20",
                "2027-02-13",
                "-1",
                "deux",
                "  ");
        object("fr", "Cours", "a@ecole.fr");
        assertThatThrownBy(() -> contact(form(), bad))
                .extracting("wrong", list(ContactRefused.Wrong.class))
                .extracting(ContactRefused.Wrong::field)
                .containsExactlyInAnyOrder(
                        "object",
                        "firstName",
                        "lastName",
                        "email",
                        "phone",
                        "leavesOn",
                        "adults",
                        "children",
                        "message");
        assertThat(count("sales_request where desk_id = ?", sales.desk.id())).isZero();
        assertThat(count("contact_sent where desk_id = ?", sales.desk.id())).isZero();
    }

    @Test
    void andAnInboxIsNotFilledByIt() {
        for (int i = 0; i < ContactNews.MOST_A_DAY + 3; i++) {
            send(typed("many" + i, "Bonjour " + i));
        }
        assertThat(count("notification where recipient = ? and event = 'CONTACT_ACKNOWLEDGED'", email))
                .isEqualTo(ContactNews.MOST_A_DAY);
        assertThat(count("sales_request where lower(email) = ?", email))
                .as("nothing is lost")
                .isEqualTo(ContactNews.MOST_A_DAY + 3);
    }

    @Test
    void fromTheDesksOwnAddressIsNotAnswered() {
        ContactTyped own = new ContactTyped(
                RequestSource.MAIL,
                "k10",
                "",
                "",
                "",
                "",
                "École",
                sales.desk.email(),
                "",
                "",
                "",
                "",
                "",
                "Je suis absent");
        long id = send(own);
        assertThat(sales.told(NotificationEvent.CONTACT_ACKNOWLEDGED, id)).isEmpty();
    }

    @Test
    void andTheSealOfItsFormCannotBeMade() {
        FormSeal seal = sales.beans.get(FormSeal.class);
        String issued = seal.issue();
        assertThat(seal.age(issued)).hasValueSatisfying(age -> assertThat(age).isZero());
        assertThat(seal.age(issued.replaceFirst("^.", "9"))).isEmpty();
        assertThat(seal.age("1." + Secrets.token())).isEmpty();
    }

    private ContactForm form() {
        return forms.of(sales.desks.at(sales.shop.portalId, sales.shop.merchantId), "fr", "");
    }

    private long send(ContactTyped typed) {
        Long id = contact(form(), typed).requestId();
        assertThat(id).isNotNull();
        return id;
    }

    private ContactReceipt contact(ContactForm form, ContactTyped typed) {
        return TestDatabase.inTransaction(() -> contacting.send(form, typed));
    }

    private ContactTyped typed(String key, String message) {
        return new ContactTyped(
                RequestSource.FORM,
                key,
                "",
                "",
                "",
                "Camille",
                "Lefèvre",
                email,
                "06 12 34 56 78",
                "2027-02-13",
                "2027-02-20",
                "2",
                "1",
                message);
    }

    private static ContactTyped with(ContactTyped t, String object, String category) {
        return new ContactTyped(
                t.source(),
                t.key(),
                t.page(),
                object,
                category,
                t.firstName(),
                t.lastName(),
                t.email(),
                t.phone(),
                t.arrivesOn(),
                t.leavesOn(),
                t.adults(),
                t.children(),
                t.message());
    }

    private long object(String language, String label, String mailbox) {
        long id = TestIds.id();
        sales.sql.update(
                "insert into contact_object (id, desk_id, language, label, email, position) values (?, ?, ?, ?, ?, ?)",
                id,
                sales.desk.id(),
                language,
                label,
                mailbox,
                (int) (id % 1_000_000));
        return id;
    }

    private long category(String code) {
        long id = TestIds.id();
        sales.sql.update(
                "insert into sales_category (id, desk_id, code, label_fr, label_en, position) values (?, ?, ?, ?, ?, 1)",
                id,
                sales.desk.id(),
                code,
                code,
                code);
        return id;
    }

    private void rule(long category, String kind, String value) {
        sales.sql.update(
                "insert into category_rule (id, desk_id, category_id, kind, value) values (?, ?, ?, ?, ?)",
                TestIds.id(),
                sales.desk.id(),
                category,
                kind,
                value);
    }

    private long category(long request) {
        return sales.sql.number("select category_id from sales_request where id = ?", request);
    }

    private long count(String from, Object value) {
        return sales.sql.number("select count(*) from " + from, value);
    }
}
