package fr.halle.payment.service;

import fr.halle.payment.model.PaymentMethod;
import fr.halle.testing.PeerProvider;

/** One provider for everything: the test's own. */
public class PeerProviders extends Providers {

    private final PeerProvider peer;

    public PeerProviders(PeerProvider peer) {
        this.peer = peer;
    }

    @Override
    public PaymentProvider of(PaymentMethod method) {
        return peer;
    }

    @Override
    public PaymentProvider main() {
        return peer;
    }
}
