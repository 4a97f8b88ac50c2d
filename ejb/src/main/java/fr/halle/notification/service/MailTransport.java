package fr.halle.notification.service;

import java.util.List;

/** Where mails go: a mail server, or the outbox of the demo. */
public interface MailTransport {

    /** Whether a mail leaves the house, and may thus have gone although we do not know it. */
    boolean isOutside();

    /** For some mails in a row: they share a connection. */
    Trip begin();

    /** One connection. Once it is found broken, what is left is not tried. */
    interface Trip extends AutoCloseable {

        /**
         * @throws RecipientRefused when no later try can succeed
         * @throws DeliveryFailed when a later one may
         */
        void carry(Rendered mail, List<Enclosed> files);

        @Override
        void close();
    }
}
