package fr.halle.notification.messaging;

import fr.halle.notification.service.Sender;
import fr.halle.notification.service.WakeupMessages;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJBException;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.util.Arrays;

/**
 * Sends what it is told to send. No transaction spans the message and the mail: the sender marks each row by itself, so a message
 * that comes twice finds nothing to do.
 */
@MessageDriven(
        name = "NotificationsListener",
        activationConfig = {
            @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
            @ActivationConfigProperty(propertyName = "destination", propertyValue = WakeupMessages.QUEUE),
            @ActivationConfigProperty(propertyName = "useJNDI", propertyValue = "false"),
            @ActivationConfigProperty(propertyName = "maxSession", propertyValue = "4")
        })
@TransactionManagement(TransactionManagementType.BEAN)
public class NotificationsListener implements MessageListener {

    @Inject
    private Sender sender;

    @Override
    public void onMessage(Message message) {
        try {
            sender.send(Arrays.stream(message.getBody(String.class).split(","))
                    .map(Long::valueOf)
                    .toList());
        } catch (JMSException e) {
            throw new EJBException(e);
        }
    }
}
