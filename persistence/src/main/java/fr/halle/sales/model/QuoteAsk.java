package fr.halle.sales.model;

/** What a quote's customer is asked to pay first (S23, C26). */
public enum QuoteAsk {
    DEPOSIT,
    WHOLE
}
