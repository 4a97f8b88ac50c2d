package fr.halle.notification.service;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import java.util.Collection;
import java.util.stream.Collectors;

/** Puts ids on the queue, in a message that need not survive the broker: the rows do. */
@Stateless
public class WakeupMessages {

    public static final String QUEUE = "notifications";

    @Resource(name = "jms/cf")
    private ConnectionFactory connections;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void wake(Collection<Long> ids) {
        String body = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try (JMSContext context = connections.createContext()) {
            context.createProducer()
                    .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
                    .send(context.createQueue(QUEUE), body);
        }
    }

    /** @throws jakarta.jms.JMSRuntimeException when the broker does not answer */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void ping() {
        try (JMSContext context = connections.createContext()) {
            context.getMetaData();
        }
    }
}
