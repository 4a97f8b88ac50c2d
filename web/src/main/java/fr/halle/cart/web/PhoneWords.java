package fr.halle.cart.web;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.halle.shared.web.CurrentLanguage;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Telephone numbers to read and to call: {@code 09 54 79 93 13} for who reads French, {@code +33 9 54 79 93 13} for who does not. */
@Named("phones")
@RequestScoped
public class PhoneWords {

    private static final String FRANCE = "FR";
    private static final int FRENCH_CODE = 33;

    @Inject
    private CurrentLanguage language;

    public String shown(String phone) {
        return parsed(phone)
                .map(number -> PhoneNumberUtil.getInstance()
                        .format(
                                number,
                                language.isFrench() && number.getCountryCode() == FRENCH_CODE
                                        ? PhoneNumberFormat.NATIONAL
                                        : PhoneNumberFormat.INTERNATIONAL)
                        .replace(' ', '\u00a0'))
                .orElse(phone);
    }

    /** The address that one tap calls. */
    public String href(String phone) {
        return "tel:"
                + parsed(phone)
                        .map(number -> PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164))
                        .orElse(phone.replaceAll("[^+\\d]", ""));
    }

    private static Optional<PhoneNumber> parsed(String phone) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(phone, FRANCE));
        } catch (NumberParseException e) {
            // A merchant may have written more than a number; it is shown as it is.
            return Optional.empty();
        }
    }
}
