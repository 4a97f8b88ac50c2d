package fr.halle.notification.service;

import java.util.List;

/** The demo's mail server: what is recorded as sent is read at {@code /demo/messages}, and nothing leaves. */
final class Outbox implements MailTransport, MailTransport.Trip {

    @Override
    public boolean isOutside() {
        return false;
    }

    @Override
    public Trip begin() {
        return this;
    }

    @Override
    public void carry(Rendered mail, List<Enclosed> files) {
        // The row that is marked as sent is the delivery.
    }

    @Override
    public void close() {
        // There is no connection.
    }
}
