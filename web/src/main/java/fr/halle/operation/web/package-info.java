/** The operator's pages: whether the accounts are right, the jobs, the ledger, payouts, refunds, the demo's clock. */
@org.jspecify.annotations.NullMarked
package fr.halle.operation.web;
