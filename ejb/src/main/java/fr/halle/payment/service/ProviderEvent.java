package fr.halle.payment.service;

import java.time.Instant;

/** Something happened to a resource: only a reason to ask about it. @param type the provider's own, such as PAYIN_NORMAL_SUCCEEDED */
public record ProviderEvent(String type, ProviderReference reference, Instant at) {}
