package fr.halle.payment.service;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Advances a refund beside the request that asked for it; what it does not finish, the job does. */
@Stateless
public class RefundRunner {

    @Inject
    private RefundSaga saga;

    @Asynchronous
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void advance(long refundId) {
        saga.advance(refundId);
    }
}
