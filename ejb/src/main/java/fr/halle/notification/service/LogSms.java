package fr.halle.notification.service;

import java.util.logging.Logger;

/** Without a gateway: the text is kept with the row and read at {@code /demo/messages}; the log says only which. */
final class LogSms implements SmsGateway {

    private static final Logger LOG = Logger.getLogger(LogSms.class.getName());

    @Override
    public boolean isOutside() {
        return false;
    }

    @Override
    public void send(long id, String e164, String text) {
        LOG.fine(() -> "SMS of notification " + id);
    }
}
