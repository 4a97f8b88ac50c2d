package fr.halle.simulator.provider;

import java.util.Arrays;
import java.util.Optional;

/** The only cards this provider takes; a real one typed by mistake is not let in. The two first are Mangopay's own. */
public enum TestCard {
    // @formatter:off
    FRICTIONLESS       ("4970107111111119", 3),
    CHALLENGE          ("4970105181818183", 3),
    DECLINED           ("4000000000000002", 3),
    INSUFFICIENT_FUNDS ("4000000000009995", 3),
    LATE               ("4000000000000119", 3),
    AMEX               ("375989111111119",  4);
    // @formatter:on

    private static final int GROUP = 4;

    private final String number;
    private final int codeLength;

    TestCard(String number, int codeLength) {
        this.number = number;
        this.codeLength = codeLength;
    }

    public static Optional<TestCard> numbered(String digits) {
        return Arrays.stream(values())
                .filter(card -> card.number.equals(digits))
                .findFirst();
    }

    public String number() {
        return number;
    }

    /** As people read it: groups of four. */
    public String grouped() {
        return number.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** How many digits the cryptogram has. */
    int codeLength() {
        return codeLength;
    }

    String lastFour() {
        return number.substring(number.length() - GROUP);
    }

    /** The check digit of every card number: from the right, each second digit doubled, the digits' sum ends in 0. */
    static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(digits.length() - 1 - i), 10);
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }
}
