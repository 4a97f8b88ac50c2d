package fr.halle.sales.service;

import org.jspecify.annotations.Nullable;

/**
 * What became of a form that was sent.
 *
 * @param requestId null where the desk works by mail: nothing is kept (P22)
 * @param desk who answers
 */
public record ContactReceipt(@Nullable Long requestId, String desk) {}
