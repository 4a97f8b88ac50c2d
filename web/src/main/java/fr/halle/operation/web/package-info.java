/** The operator's pages: whether the accounts are right, what stands in Erreur, who did what, quality, settings, the jobs, the ledger, payouts, refunds, the demo's clock. */
@org.jspecify.annotations.NullMarked
package fr.halle.operation.web;
