package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import java.util.ArrayList;
import java.util.List;

/** Not a test: its main prints what sending to the outbox takes, reading and marking included, on an idle database. */
public final class SendingBench {

    private static final int BATCH = 100;
    private static final int ROUNDS = 30;

    private SendingBench() {}

    public static void main(String[] arguments) {
        Mailbag bag = new Mailbag();
        Sender sender = bag.sender(new Outbox());
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                ids.add(bag.queue(
                        i % 2 == 0 ? NotificationEvent.ORDER_LINE_CONFIRMED : NotificationEvent.NEW_ORDER,
                        Channel.MAIL,
                        "lea@exemple.fr",
                        "fr"));
            }
            long began = System.nanoTime();
            sender.send(ids);
            System.out.println((System.nanoTime() - began) / BATCH / 1000 + " µs per mail");
        }
    }
}
