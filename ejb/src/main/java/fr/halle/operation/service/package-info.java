/** What the operator watches: whether the accounts are right, what waits for a decision, where the money lies. It reads all and decides nothing. */
@org.jspecify.annotations.NullMarked
package fr.halle.operation.service;
