package fr.halle.demo.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import fr.halle.shared.service.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;

class DemoDetailsTest {

    private static final int SIREN_DIGITS = 9;

    private final Sql sql = LoadedDemo.sql();

    @Test
    void ibansAreValidAndBelongToOne() {
        List<String> ibans = LoadedDemo.merchants().stream()
                .map(MerchantFile::iban)
                .filter(Objects::nonNull)
                .toList();

        assertThat(ibans).doesNotHaveDuplicates();
        ibans.forEach(iban -> assertThatCode(() -> IbanUtil.validate(iban)).doesNotThrowAnyException());
    }

    /** M65: what happens to a merchant that has not given its IBAN can be seen in every portal. */
    @Test
    void oneMerchantOfEachPortalHasNoIban() {
        assertThat(sql.list(
                        "select count(*) as n from merchant where iban is null and portal_" + LoadedDemo.IN
                                + " group by portal_id",
                        row -> row.number("n")))
                .containsExactly(1L, 1L, 1L);
    }

    /** 06 39 98 is kept for fiction, so that nobody's telephone rings: such a number is only well formed. */
    @Test
    void phonesCanBeCalled() throws NumberParseException {
        List<String> phones = new ArrayList<>();
        LoadedDemo.merchants().forEach(merchant -> {
            phones.add(merchant.phone());
            if (merchant.mobile() != null) {
                phones.add(merchant.mobile());
            }
            merchant.shops().forEach(shop -> phones.add(shop.phone()));
        });
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        for (String phone : phones) {
            boolean fiction = phone.startsWith("06 39 98") && util.isPossibleNumber(phone, "FR");
            assertThat(fiction || util.isValidNumber(util.parse(phone, "FR")))
                    .as(phone)
                    .isTrue();
        }
    }

    /** K13: an SMS needs a mobile and an opt-in. */
    @Test
    void someMerchantsWantAnSms() {
        assertThat(LoadedDemo.merchants().stream().filter(MerchantFile::smsOptIn))
                .hasSizeGreaterThan(10)
                .allSatisfy(merchant ->
                        assertThat(merchant.mobile()).as(merchant.slug()).startsWith("06 39 98"));
        assertThat(LoadedDemo.merchants().stream().filter(merchant -> !merchant.smsOptIn()))
                .isNotEmpty();
    }

    /** A SIREN in 000 is nobody's. The VAT number's key is 12 + 3 × (SIREN mod 97), mod 97. */
    @Test
    void companyNumbersAreWellFormedAndNobodys() {
        for (MerchantFile merchant : LoadedDemo.merchants()) {
            String siren = merchant.siret().substring(0, SIREN_DIGITS);
            assertThat(siren).startsWith("000");
            assertThat(luhn(siren)).as(siren).isTrue();
            assertThat(luhn(merchant.siret())).as(merchant.siret()).isTrue();
            long key = (12 + 3 * (Long.parseLong(siren) % 97)) % 97;
            assertThat(merchant.vatNumber()).isEqualTo(String.format("FR%02d%s", key, siren));
        }
    }

    @Test
    void theInsurerShowsItsRegistration() {
        assertThat(LoadedDemo.merchants().stream()
                        .filter(merchant -> merchant.terms().equals("assurance")))
                .singleElement()
                .satisfies(merchant -> assertThat(merchant.regulatedAs()).contains("ORIAS"));
    }

    /** C04, K14: each merchant's and each portal's terms, in both languages, with the hash that an order keeps. */
    @Test
    void termsAreVersionedAndHashed() {
        assertThat(
                        sql.number(
                                "select count(*) from merchant m cross join (values ('fr'), ('en')) l(code) where m.portal_"
                                        + LoadedDemo.IN
                                        + " and not exists (select from terms_version t where t.merchant_id = m.id and t.language = l.code)"))
                .isZero();
        assertThat(sql.number(
                        "select count(*) from terms_version where merchant_id is null and portal_" + LoadedDemo.IN))
                .isEqualTo(6);
        assertThat(sql.number(
                        "select count(*) from terms_version where portal_" + LoadedDemo.IN
                                + " and (sha256 <> encode(sha256(convert_to(body, 'UTF8')), 'hex') or body ~ '[{}]' or published_at > ?)",
                        LoadedDemo.NOW))
                .isZero();
        assertThat(sql.number("select count(*) from terms_version where version = 2 and portal_" + LoadedDemo.IN))
                .isPositive();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
