package fr.halle.notification.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/** Phone numbers as people type them, in France unless they say otherwise. */
final class Phones {

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

    /** 06 39 98 00 00 to 06 39 98 99 99 is nobody's (Arcep, decision 2018-0881): the demo's mobiles are there. */
    private static boolean isForFiction(PhoneNumber number) {
        return number.getCountryCode() == 33 && number.getNationalNumber() / 10_000 == 63_998;
    }
}
