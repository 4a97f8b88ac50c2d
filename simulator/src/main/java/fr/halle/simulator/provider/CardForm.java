package fr.halle.simulator.provider;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the customer typed about the card (C13), checked field by field. Nothing of it leaves this class but which test card it is.
 */
public final class CardForm {

    private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2]) ?/? ?(?:20)?([0-9]{2})");
    private static final int CENTURY = 2000;
    private static final int LONGEST_LIFE_YEARS = 20;

    private final Map<String, String> errors = new LinkedHashMap<>();
    private final @Nullable TestCard card;

    public CardForm(String number, String expiry, String code, YearMonth thisMonth) {
        String digits = number.replaceAll("[\\s\\u00a0\\u202f.-]", "");
        this.card = TestCard.numbered(digits).orElse(null);
        checkNumber(digits);
        checkExpiry(expiry.strip(), thisMonth);
        checkCode(code.strip());
    }

    /** Field → key of the message; empty when all is well. */
    public Map<String, String> errors() {
        return errors;
    }

    /** The card, when everything typed is well. */
    public Optional<TestCard> card() {
        return errors.isEmpty() ? Optional.ofNullable(card) : Optional.empty();
    }

    private void checkNumber(String digits) {
        if (digits.isEmpty()) {
            errors.put("number", "numberMissing");
        } else if (!digits.matches("[0-9]{13,19}") || !TestCard.passesLuhn(digits)) {
            errors.put("number", "numberWrong");
        } else if (card == null) {
            errors.put("number", "numberNotForTests");
        }
    }

    private void checkExpiry(String expiry, YearMonth thisMonth) {
        Matcher typed = EXPIRY.matcher(expiry);
        if (expiry.isEmpty()) {
            errors.put("expiry", "expiryMissing");
        } else if (!typed.matches()) {
            errors.put("expiry", "expiryWrong");
        } else {
            YearMonth end = YearMonth.of(CENTURY + Integer.parseInt(typed.group(2)), Integer.parseInt(typed.group(1)));
            if (end.isBefore(thisMonth)) {
                errors.put("expiry", "expiryPast");
            } else if (end.isAfter(thisMonth.plusYears(LONGEST_LIFE_YEARS))) {
                errors.put("expiry", "expiryWrong");
            }
        }
    }

    private void checkCode(String code) {
        int length = card == null ? TestCard.FRICTIONLESS.codeLength() : card.codeLength();
        if (code.isEmpty()) {
            errors.put("code", "codeMissing");
        } else if (!code.matches("[0-9]{" + length + "}")) {
            errors.put("code", length == 4 ? "codeFourDigits" : "codeThreeDigits");
        }
    }
}
