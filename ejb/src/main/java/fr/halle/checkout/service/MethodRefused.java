package fr.halle.checkout.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.shared.model.BusinessException;

/** This deployment does not take the method, or it does not fit what is due. Details: the method. */
public final class MethodRefused extends BusinessException {

    private static final long serialVersionUID = 1;

    public MethodRefused(PaymentMethod method) {
        super(method.name());
    }
}
