package fr.halle.payment.service;

/** The provider called about something that is no payment of ours: whoever owns it asks about it, outside any transaction. */
public record ProviderToldUs(ProviderReference reference) {}
