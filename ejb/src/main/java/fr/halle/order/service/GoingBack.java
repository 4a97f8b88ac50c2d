package fr.halle.order.service;

import org.jspecify.annotations.Nullable;

/**
 * What of a share goes back to the customer. Amounts are cents.
 *
 * @param lineId the prestation it was paid for, null for all that is left
 * @param tax tourist tax within it
 */
record GoingBack(PaidShare share, @Nullable Long lineId, long cents, long tax) {}
