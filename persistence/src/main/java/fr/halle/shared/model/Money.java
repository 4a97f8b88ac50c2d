package fr.halle.shared.model;

import java.util.Locale;

/**
 * An amount in the smallest unit of its currency: cents. Never a fraction of one, so sums are exact; what overflows throws
 * {@link ArithmeticException} rather than wrap.
 */
public record Money(long cents, String currency) implements Comparable<Money> {

    public static final String EUR = "EUR";
    public static final Money ZERO = euros(0);

    private static final char NARROW_NO_BREAK_SPACE = '\u202f';
    private static final String MINUS = "\u2212";
    private static final char NO_BREAK_SPACE = '\u00a0';

    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Not an ISO 4217 code: " + currency);
        }
    }

    /** @param cents cents, not euros: {@code euros(1234)} is 12,34 € */
    public static Money euros(long cents) {
        return new Money(cents, EUR);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, centsOf(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, centsOf(other)), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(cents), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor), currency);
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, centsOf(other));
    }

    /** As the language writes it: {@code 1 234,50 €} in French, {@code €1,234.50} in any other. */
    public String format(Locale locale) {
        boolean french = "fr".equals(locale.getLanguage());
        String digits = digits(french ? NARROW_NO_BREAK_SPACE : ',', french ? ',' : '.');
        String sign = cents < 0 ? MINUS : "";
        String symbol = EUR.equals(currency) ? "€" : currency;
        if (french) {
            return sign + digits + NO_BREAK_SPACE + symbol;
        }
        return sign + symbol + (symbol.length() > 1 ? NO_BREAK_SPACE : "") + digits;
    }

    /** Unambiguous and without typography, for logs and assertions: {@code 1234.50 EUR}. */
    @Override
    public String toString() {
        return (cents < 0 ? "-" : "") + Math.abs(cents / 100) + "." + hundredths() + " " + currency;
    }

    private String digits(char thousands, char decimal) {
        StringBuilder whole = new StringBuilder(Long.toString(Math.abs(cents / 100)));
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            whole.insert(at, thousands);
        }
        return whole.append(decimal).append(hundredths()).toString();
    }

    private String hundredths() {
        long rest = Math.abs(cents % 100);
        return rest < 10 ? "0" + rest : Long.toString(rest);
    }

    private long centsOf(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Cannot mix " + currency + " and " + other.currency);
        }
        return other.cents;
    }
}
