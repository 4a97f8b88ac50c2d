package fr.halle.notification.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers as people type them, in France unless they say otherwise. */
public final class Phones {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private Phones() {}

    /** @throws RecipientRefused for what is no phone number; it is not repeated, since it may be personal */
    static String e164(String typed) {
        try {
            PhoneNumber number = NUMBERS.parse(typed, "FR");
            if (!NUMBERS.isValidNumber(number) && !isForFiction(number)) {
                throw new RecipientRefused("not a phone number", null);
            }
            return NUMBERS.format(number, PhoneNumberUtil.PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            throw new RecipientRefused("not a phone number", null);
        }
    }

    /** A French number in pairs, as people read it: {@code 06 12 34 56 78}; any other as it was typed. */
    public static String shown(String typed) {
        String national = typed.startsWith("+33") ? "0" + typed.substring(3) : typed;
        String digits = national.replaceAll("[\\s.\u00a0\u202f-]", "");
        return digits.matches("0\\d{9}")
                ? digits.replaceAll("(\\d{2})(?=\\d)", "$1\u00a0")
                : Plain.clean(typed.strip());
    }

    /** 06 39 98 00 00 to 06 39 98 99 99 is nobody's (Arcep, decision 2018-0881): the demo's mobiles are there. */
    private static boolean isForFiction(PhoneNumber number) {
        return number.getCountryCode() == 33 && number.getNationalNumber() / 10_000 == 63_998;
    }
}
