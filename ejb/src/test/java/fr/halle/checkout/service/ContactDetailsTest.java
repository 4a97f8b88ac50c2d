package fr.halle.checkout.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.halle.checkout.model.OrderDraft.Customer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactDetailsTest {

    private static final CustomerForm CAMILLE = new CustomerForm(
            "  Camille ", "Morel", "camille.morel@exemple.fr", "06 12 34 56 78", null, null, null, null, false);

    private final List<FieldError> errors = new ArrayList<>();

    @Test
    void areCleanedBeforeTheyAreKept() {
        Customer customer = read(CAMILLE, false);
        assertThat(errors).isEmpty();
        assertThat(customer)
                .isEqualTo(
                        new Customer("Camille", "Morel", "camille.morel@exemple.fr", "+33612345678", "", "", "", "FR"));
    }

    @Test
    void thatAreAllMissingAreAllNamedAtOnce() {
        read(new CustomerForm(null, "", " ", null, null, null, null, null, false), true);
        assertThat(errors)
                .extracting(FieldError::key)
                .containsExactly(
                        "checkout.error.firstName.MISSING",
                        "checkout.error.lastName.MISSING",
                        "checkout.error.email.MISSING",
                        "checkout.error.phone.MISSING",
                        "checkout.error.street.MISSING",
                        "checkout.error.postcode.MISSING",
                        "checkout.error.city.MISSING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camille",
                "@exemple.fr",
                "camille@",
                "camille..morel@exemple.fr",
                ".camille@exemple.fr",
                "camille@exemple.fr\r\nBcc: tout@monde.fr",
                "camille@exemple.fr, autre@exemple.fr",
                "<script>@exemple.fr",
                "camille@exemple.fr' or 1=1 --",
                "camille@-exemple.fr",
                "camille@exemple.f",
                "camille morel@exemple.fr",
                "camille@[127.0.0.1]"
            })
    void withAnAddressNoMailReachesAreRefused(String email) {
        read(with(email), false);
        assertThat(errors).extracting(FieldError::key).containsExactly("checkout.error.email.SYNTAX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "camille+marche@exemple.fr",
                "o'neil@exemple.co.uk",
                "camille@élan.fr",
                "c@xn--lan-9la.fr",
                "CAMILLE_MOREL@Exemple.FR"
            })
    void withAnUnusualAddressAreTaken(String email) {
        read(with(email), false);
        assertThat(errors).isEmpty();
    }

    @Test
    void withAnAddressThatStopsShortSayWhatIsMissing() {
        read(with("camille.morel@exemple"), false);
        assertThat(errors).extracting(FieldError::key).containsExactly("checkout.error.email.NO_DOMAIN");
    }

    @Test
    void thatAreTooLongAreRefused() {
        CustomerForm form = new CustomerForm(
                "a".repeat(101),
                "b".repeat(10_000),
                "c".repeat(250) + "@exemple.fr",
                "0".repeat(99),
                null,
                null,
                null,
                null,
                false);
        read(form, false);
        assertThat(errors).extracting(FieldError::key).hasSize(4).allMatch(key -> key.endsWith(".TOO_LONG"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "0000000000", "appelez-moi", "+33 6 12", "06 12 34 56 78 90 12"})
    void withANumberNoTelephoneHasAreRefused(String phone) {
        read(new CustomerForm("Camille", "Morel", "c@exemple.fr", phone, null, null, null, null, false), false);
        assertThat(errors).extracting(FieldError::key).containsExactly("checkout.error.phone.SYNTAX");
    }

    @Test
    void mayHaveAForeignTelephone() {
        Customer customer = read(
                new CustomerForm("Ann", "Lee", "a@exemple.fr", "+44 20 7946 0958", null, null, null, null, false),
                false);
        assertThat(errors).isEmpty();
        assertThat(customer.phone()).isEqualTo("+442079460958");
    }

    @Test
    void withHiddenCharactersAreRefused() {
        read(
                new CustomerForm(
                        "Cam\u0000ille", "Mo\u202erel", "c@exemple.fr", "0612345678", null, null, null, null, false),
                false);
        assertThat(errors).extracting(FieldError::field).containsExactly("firstName", "lastName");
    }

    @Test
    void withMarkupAreKeptAsTyped() {
        Customer customer = read(
                new CustomerForm(
                        "<b>Ann</b>",
                        "'; drop table cart; --",
                        "a@exemple.fr",
                        "0612345678",
                        null,
                        null,
                        null,
                        null,
                        false),
                false);
        assertThat(errors).isEmpty();
        assertThat(customer.firstName()).isEqualTo("<b>Ann</b>");
    }

    @Test
    void withAFrenchPostcodeThatIsNoneAreRefused() {
        read(new CustomerForm("A", "B", "a@exemple.fr", "0612345678", "1 rue", "1439", "Ville", "fr", false), true);
        assertThat(errors).extracting(FieldError::key).containsExactly("checkout.error.postcode.SYNTAX");
    }

    @Test
    void mayBeOfAnotherCountry() {
        Customer customer = read(
                new CustomerForm("A", "B", "a@exemple.be", "0612345678", "1 rue", "1000", "Ville", "BE", false), true);
        assertThat(errors).isEmpty();
        assertThat(customer.country()).isEqualTo("BE");
    }

    /** Who lives abroad is not told of French postcodes. */
    @Test
    void withAForeignPostcodeThatIsNoneAreRefused() {
        read(new CustomerForm("A", "B", "a@exemple.be", "0612345678", "1 rue", "10.00", "Ville", "BE", false), true);
        assertThat(errors).extracting(FieldError::key).containsExactly("checkout.error.postcode.SYNTAX_ABROAD");
    }

    private Customer read(CustomerForm form, boolean addressNeeded) {
        return new CustomerCheck(errors).read(form, addressNeeded);
    }

    private static CustomerForm with(String email) {
        return new CustomerForm(
                CAMILLE.firstName(), CAMILLE.lastName(), email, CAMILLE.phone(), null, null, null, null, false);
    }
}
