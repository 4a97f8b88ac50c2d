package fr.halle.shared.api;

import fr.halle.shared.model.Money;

/** An amount in the API: {@code {"cents": 1234, "currency": "EUR"}}. */
public record MoneyJson(long cents, String currency) {

    public static MoneyJson euros(long cents) {
        return new MoneyJson(cents, Money.EUR);
    }
}
