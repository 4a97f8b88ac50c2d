package fr.halle.notification.service;

/** Where SMS go. */
public interface SmsGateway {

    boolean isOutside();

    /**
     * @param id of the notification, sent along where the protocol has room for it
     * @param e164 the number with its country, such as {@code +33612345678}
     * @throws RecipientRefused when no later try can succeed
     * @throws DeliveryFailed when a later one may
     */
    void send(long id, String e164, String text);
}
