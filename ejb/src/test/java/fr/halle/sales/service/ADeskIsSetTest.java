package fr.halle.sales.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.halle.operation.service.LegalFooterDesk;
import fr.halle.portal.service.Portals;
import fr.halle.sales.model.DeskInbox;
import fr.halle.sales.model.MailContentKind;
import fr.halle.sales.service.DeskSetup.Category;
import fr.halle.sales.service.DeskSetup.Rule;
import fr.halle.sales.service.DeskSetup.Subject;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.NotAllowed;
import fr.halle.shared.model.Role;
import fr.halle.testing.Beans;
import fr.halle.testing.TestDatabase;
import fr.halle.testing.TestIds;
import fr.halle.testing.Wired;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paramètres (P01–P24, K26, K27): kept whole or not at all, never over somebody else's, and the legal footer by nobody of a merchant's. */
class ADeskIsSetTest {

    private final OpenDesk sales = new OpenDesk();
    private final DeskSetups setups = sales.beans.get(DeskSetups.class);
    private final Actor secretary = Actor.merchant(TestIds.id(), "Sandrine", sales.shop.merchantId, Role.SECRETARY);

    /** P01, P03, P04, P12, P14, P19, P20, P23. */
    @Test
    void andReadAgainAsItWasSaved() {
        save(setup());
        DeskSetup read = read();
        assertThat(read.read()).isEqualTo(setup().read());
        assertThat(read.version()).isEqualTo(1);
    }

    /** P06, P15. */
    @Test
    void notAtAllWhereOneThingIsWrong() {
        DeskSetup wrong = with(
                setup(),
                List.of(new Subject(null, "fr", "Cours", "pas une adresse")),
                List.of(new Category(null, "A", "a", "a"), new Category(null, "a", "b", "")));
        assertThatThrownBy(() -> save(wrong))
                .isInstanceOfSatisfying(
                        DeskSetupRefused.class,
                        refused -> assertThat(refused.wrong())
                                .extracting(DeskSetupRefused.Wrong::field)
                                .contains("object.fr.0.email", "category.1.code", "category.1.en"));
        assertThat(read().objects()).isEmpty();
        assertThat(read().version()).isZero();
    }

    @Test
    void notOverWhatSomebodyElseSavedMeanwhile() {
        save(setup());
        assertThatThrownBy(() -> save(setup())).isInstanceOf(DeskSetupStale.class);
        assertThat(read().version()).isEqualTo(1);
    }

    /** P05, P14. */
    @Test
    void andWhatIsInUseIsRetiredAndNotLost() {
        save(setup());
        long used = id(0);
        long id = TestDatabase.inTransaction(
                () -> sales.opening.open(asked(used, read().categories().get(0).id()), OpenDesk.CAMILLE));
        save(new DeskSetup(1, DeskInbox.CENTRAL, List.of(), List.of(), List.of(), Map.of(), List.of()));
        assertThat(read().objects()).isEmpty();
        assertThat(count("contact_object where desk_id = ?", sales.desk.id()))
                .as("the other two are gone")
                .isEqualTo(1);
        assertThat(count(
                        "sales_request r join contact_object o on o.id = r.object_id where o.retired_at is not null and r.id = ?",
                        id))
                .isEqualTo(1);
        assertThat(count("sales_category where desk_id = ? and retired_at is not null", sales.desk.id()))
                .isEqualTo(1);
    }

    /** P15. */
    @Test
    void andTwoCategoriesMayChangeTheirCodes() {
        save(setup());
        List<Category> now = read().categories();
        save(withVersion(
                with(
                        setup(),
                        read().objects(),
                        List.of(
                                new Category(now.get(0).id(), now.get(1).code(), "a", "a"),
                                new Category(now.get(1).id(), now.get(0).code(), "b", "b"))),
                1));
        assertThat(read().categories())
                .extracting(Category::code)
                .containsExactly(now.get(1).code(), now.get(0).code());
    }

    @Test
    void aCodeMayBeANumberThatIsAnothersId() {
        save(setup());
        DeskSetup saved = read();
        List<Category> now = saved.categories();
        save(with(
                saved,
                saved.objects(),
                List.of(
                        new Category(now.get(0).id(), String.valueOf(now.get(1).id()), "a", "a"),
                        new Category(now.get(1).id(), now.get(1).code(), "b", "b"))));
        assertThat(read().categories().get(0).code())
                .isEqualTo(String.valueOf(now.get(1).id()));
    }

    @Test
    void withoutTouchingAnotherDesksRows() {
        save(setup());
        long foreign = id(0);
        OpenDesk other = new OpenDesk();
        DeskSetups theirs = other.beans.get(DeskSetups.class);
        Actor stranger = Actor.merchant(TestIds.id(), "Paul", other.shop.merchantId, Role.SECRETARY);
        DeskSetup forged = with(setup(), List.of(new Subject(foreign, "fr", "Volé", "vol@exemple.fr")), List.of());
        TestDatabase.inTransaction(() -> {
            theirs.save(stranger, other.desk.id(), forged, Map.of());
            return 0;
        });
        assertThat(read().objects().get(0).label()).isEqualTo("Demande d’informations");
        assertThatThrownBy(() -> theirs.of(stranger, sales.desk.id())).isInstanceOf(DeskUnknown.class);
        Actor reader = Actor.merchant(TestIds.id(), "Léo", sales.shop.merchantId, Role.READER);
        assertThatThrownBy(() -> setups.of(reader, sales.desk.id())).isInstanceOf(NotAllowed.class);
    }

    /** P10: nor what was meant for one, with a brace that has no other. */
    @ParameterizedTest
    @ValueSource(strings = {"{iban}", "{prenom,", "prenom}", "{{prenom}}", "{Prenom}", "{ prenom }"})
    void refusesAFieldThatItsMailDoesNotKnow(String field) {
        DeskSetup wrong = new DeskSetup(
                0,
                DeskInbox.CENTRAL,
                List.of(),
                List.of(),
                List.of(),
                Map.of("QUOTE.fr", "Bonjour {prenom}, voici " + field + " et {montant}."),
                List.of());
        assertThatThrownBy(() -> save(wrong))
                .isInstanceOfSatisfying(
                        DeskSetupRefused.class,
                        refused -> assertThat(refused.wrong())
                                .containsExactly(new DeskSetupRefused.Wrong("content.QUOTE.fr", "FIELD", field)));
    }

    /** P09, P10, P12. */
    @Test
    void andThenItsMailsSayIt() {
        save(setup());
        MailContents contents = sales.beans.get(MailContents.class);
        assertThat(contents.of(sales.desk.id(), MailContentKind.SIGNATURE, "fr"))
                .isEqualTo("L’école\nSandrine");
        assertThat(contents.of(sales.desk.id(), MailContentKind.QUOTE, "en"))
                .isEqualTo(MailContents.house(MailContentKind.QUOTE, "en"));
    }

    /** K27: whoever is of a merchant publishes no footer, not even in its own words. */
    @Test
    void whileTheLegalFooterIsTheOperatorsAlone() {
        Beans beans = new Beans(sales.sql, new TestIds(), sales.clock, Wired.atOnce());
        LegalFooterDesk footers = beans.get(LegalFooterDesk.class);
        Actor owner = Actor.merchant(TestIds.id(), "Camille", sales.shop.merchantId, Role.OWNER);
        for (Actor merchant : List.of(secretary, owner)) {
            assertThatThrownBy(() -> footers.publish(merchant, sales.shop.portalId, "fr", "Rien"))
                    .isInstanceOf(NotAllowed.class);
        }
        Actor operator = Actor.operator(sales.shop.operator(sales.shop.portalId), "Ana");
        publish(footers, operator, "Mentions légales v1");
        publish(footers, operator, "Mentions légales v1");
        publish(footers, operator, "Mentions légales v2");
        assertThat(footers.versions(sales.shop.portalId, "fr"))
                .extracting(LegalFooterDesk.Version::version)
                .containsExactly(2, 1);
        Portals portals = beans.get(Portals.class);
        portals.forget();
        assertThat(portals.legalFooter(sales.shop.portalId, "fr")).contains("Mentions légales v2");
        assertThatThrownBy(() ->
                        sales.sql.update("update legal_footer set body = '' where portal_id = ?", sales.shop.portalId))
                .hasStackTraceContaining("stays");
    }

    private void publish(LegalFooterDesk footers, Actor operator, String text) {
        TestDatabase.inTransaction(() -> {
            footers.publish(operator, sales.shop.portalId, "fr", text);
            return 0;
        });
    }

    private NewRequest asked(Long object, Long category) {
        NewRequest plain = sales.asked("Bonjour");
        return new NewRequest(
                plain.deskId(),
                plain.source(),
                "",
                "fr",
                object,
                category,
                plain.firstName(),
                plain.lastName(),
                plain.email(),
                "",
                null,
                null,
                null,
                null,
                "Bonjour");
    }

    private long id(int object) {
        Long id = read().objects().get(object).id();
        assertThat(id).isNotNull();
        return id;
    }

    private DeskSetup read() {
        return setups.of(secretary, sales.desk.id());
    }

    private void save(DeskSetup setup) {
        TestDatabase.inTransaction(() -> {
            setups.save(secretary, sales.desk.id(), setup, Map.of());
            return 0;
        });
    }

    private static DeskSetup setup() {
        return new DeskSetup(
                0,
                DeskInbox.CENTRAL,
                List.of(
                        new Subject(null, "fr", "Demande d’informations", "accueil@ecole.fr"),
                        new Subject(null, "fr", "Cours privés", "prives@ecole.fr"),
                        new Subject(null, "en", "Private lessons", "english@ecole.fr")),
                List.of(
                        new Category(null, "PRIVE", "Cours privés", "Private"),
                        new Category(null, "NSP", "Je ne sais pas", "I don’t know")),
                List.of(new Rule("LANGUAGE", "en", "NSP"), new Rule("PAGE", "/product/cours-prive", "PRIVE")),
                Map.of("SIGNATURE.fr", "L’école\nSandrine"),
                List.of("ESF-PRIVE", "ESF-TO-12"));
    }

    private static DeskSetup with(DeskSetup setup, List<Subject> objects, List<Category> categories) {
        return new DeskSetup(
                setup.version(), setup.inbox(), objects, categories, List.of(), setup.contents(), setup.catalogues());
    }

    private static DeskSetup withVersion(DeskSetup setup, int version) {
        return new DeskSetup(
                version,
                setup.inbox(),
                setup.objects(),
                setup.categories(),
                setup.rules(),
                setup.contents(),
                setup.catalogues());
    }

    private long count(String from, Object value) {
        return sales.sql.number("select count(*) from " + from, value);
    }
}
