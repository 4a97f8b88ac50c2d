package fr.halle.checkout.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.halle.checkout.model.OrderDraft.Customer;
import fr.halle.shared.model.Texts;
import fr.halle.shared.service.EmailSyntax;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads contact details: cleans what can be cleaned, and says of each field what is wrong with it. */
public final class CustomerCheck {

    private static final int NAME_MOST = 100;
    private static final int STREET_MOST = 200;
    private static final int PHONE_MOST = 40;
    private static final String FRANCE = "FR";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern LETTER = Pattern.compile(".*\\p{L}.*");
    private static final Pattern FRENCH_POSTCODE = Pattern.compile("\\d{5}");
    private static final Pattern POSTCODE = Pattern.compile("[\\p{Alnum}][\\p{Alnum} -]{1,11}");

    private final List<FieldError> errors;

    /** @param errors where what is wrong is added */
    public CustomerCheck(List<FieldError> errors) {
        this.errors = errors;
    }

    /** @param addressNeeded whether something is brought or posted to the customer */
    public Customer read(CustomerForm form, boolean addressNeeded) {
        return read(form, addressNeeded, true);
    }

    /** Whom a desk sends a quote: a group or a company has no first name, and a mail reaches it. What its order needs it types itself. */
    public Customer addressee(CustomerForm form) {
        return read(form, true, false);
    }

    private Customer read(CustomerForm form, boolean addressNeeded, boolean personNeeded) {
        String country = country(form.country());
        return new Customer(
                name("firstName", form.firstName(), personNeeded),
                name("lastName", form.lastName(), true),
                email(form.email()),
                phone(form.phone(), personNeeded),
                text("street", form.street(), STREET_MOST, addressNeeded),
                postcode(form.postcode(), country, addressNeeded),
                text("city", form.city(), NAME_MOST, addressNeeded),
                country);
    }

    private String name(String field, @Nullable String typed, boolean needed) {
        String name = text(field, typed, NAME_MOST, needed);
        if (!name.isEmpty() && !LETTER.matcher(name).matches()) {
            refuse(field, "SYNTAX");
        }
        return name;
    }

    private String email(@Nullable String typed) {
        String email = text("email", typed, EmailSyntax.MOST, true);
        if (email.isEmpty()) {
            return email;
        }
        Optional<String> wrong = EmailSyntax.wrong(email);
        wrong.ifPresent(reason -> refuse("email", reason));
        return email;
    }

    private String phone(@Nullable String typed, boolean needed) {
        String phone = text("phone", typed, PHONE_MOST, needed);
        if (phone.isEmpty()) {
            return phone;
        }
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(phone, FRANCE);
            if (phones.isValidNumber(number)) {
                return phones.format(number, PhoneNumberFormat.E164);
            }
        } catch (NumberParseException e) {
            // Refused below like a number that can be read but does not exist; what was typed stays out of the log.
            refuse("phone", "SYNTAX");
            return phone;
        }
        refuse("phone", "SYNTAX");
        return phone;
    }

    private String country(@Nullable String typed) {
        String country = clean(typed).toUpperCase(Locale.ROOT);
        if (country.isEmpty()) {
            return FRANCE;
        }
        if (!COUNTRIES.contains(country)) {
            refuse("country", "UNKNOWN");
        }
        return country;
    }

    private String postcode(@Nullable String typed, String country, boolean needed) {
        String postcode = text("postcode", typed, 12, needed);
        Pattern syntax = FRANCE.equals(country) ? FRENCH_POSTCODE : POSTCODE;
        String compact = FRANCE.equals(country) ? postcode.replace(" ", "") : postcode;
        if (!compact.isEmpty()
                && compact.length() <= 12
                && !syntax.matcher(compact).matches()) {
            refuse("postcode", FRANCE.equals(country) ? "SYNTAX" : "SYNTAX_ABROAD");
        }
        return compact;
    }

    /** A line of text: composed accents, no line breaks and no hidden characters, which would forge a mail's headers. */
    private String text(String field, @Nullable String typed, int most, boolean needed) {
        String text = clean(typed);
        if (text.isEmpty()) {
            if (needed) {
                refuse(field, "MISSING");
            }
        } else if (text.length() > most) {
            refuse(field, "TOO_LONG", most);
        } else if (Texts.hides(text) || !VISIBLE.matcher(text).find()) {
            refuse(field, "SYNTAX");
        }
        return text;
    }

    private static String clean(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    private void refuse(String field, String reason, Object... details) {
        // The first thing that is wrong with a field is enough.
        if (errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(FieldError.of(field, reason, details));
        }
    }
}
