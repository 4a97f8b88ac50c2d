package fr.halle.merchant.service;

import java.math.BigInteger;
import java.util.Locale;
import org.iban4j.Iban4jException;
import org.iban4j.IbanUtil;

/** An account number as a bank would accept it: length, structure and check digits, and for a French one the key of its RIB too. */
final class Ibans {

    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    /** FR, two check digits, then bank (5), branch (5), account (11), key (2). */
    private static final int RIB_FROM = 4;

    private static final int RIB_TO = 25;

    private Ibans() {}

    /** @return without spaces, upper case. @throws ProfileRefused when no bank would accept it */
    static String checked(String typed) {
        String iban = typed.replaceAll("[\\s\\u00a0.-]", "").toUpperCase(Locale.ROOT);
        if (iban.isEmpty()) {
            throw new ProfileRefused("iban", ProfileRefused.MISSING);
        }
        try {
            IbanUtil.validate(iban);
        } catch (Iban4jException wrong) {
            throw new ProfileRefused("iban", ProfileRefused.WRONG);
        }
        if (iban.startsWith("FR") && !hasRibKey(iban)) {
            throw new ProfileRefused("iban", ProfileRefused.WRONG);
        }
        return iban;
    }

    /** The key makes the whole divisible by 97, letters of the account counted as digits 1–9, 1–9, 2–9. */
    private static boolean hasRibKey(String iban) {
        StringBuilder digits = new StringBuilder();
        String rib = iban.substring(RIB_FROM, RIB_TO);
        for (char c : rib.toCharArray()) {
            digits.append(Character.isDigit(c) ? c : digit(c));
        }
        BigInteger bank = new BigInteger(digits.substring(0, 5)).multiply(BigInteger.valueOf(89));
        BigInteger branch = new BigInteger(digits.substring(5, 10)).multiply(BigInteger.valueOf(15));
        BigInteger number = new BigInteger(digits.substring(10, 21)).multiply(BigInteger.valueOf(3));
        BigInteger key = NINETY_SEVEN.subtract(bank.add(branch).add(number).mod(NINETY_SEVEN));
        return key.intValue() == Integer.parseInt(iban.substring(RIB_TO, RIB_TO + 2));
    }

    private static char digit(char letter) {
        int rank = letter - 'A';
        int value = letter < 'J' ? rank + 1 : letter < 'S' ? rank - 8 : rank - 16;
        return (char) ('0' + value);
    }
}
