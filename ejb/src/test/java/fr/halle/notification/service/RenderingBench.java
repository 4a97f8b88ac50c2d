package fr.halle.notification.service;

import fr.halle.identity.service.AccountKeys;
import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.portal.service.Portals;
import fr.halle.testing.Wired;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Objects;

/** Not a test: {@code mvn … -Dtest=RenderingBench} is not picked up; run its main. Prints the CPU time of one letter, HTML and text. */
public final class RenderingBench {

    private static final int ROUNDS = 20_000;

    private RenderingBench() {}

    public static void main(String[] arguments) {
        Mailbag bag = new Mailbag();
        long id = bag.queue(NotificationEvent.ORDER_LINE_CONFIRMED, Channel.MAIL, "lea@exemple.fr", "fr");
        Due due = Wired.with(new Claims(), Mailbag.SQL, bag.clock)
                .read(List.of(id))
                .get(0);
        Facts facts = Wired.with(new FactsReader(), Mailbag.SQL).read(List.of(due));
        Renderer renderer =
                Wired.with(new Renderer(), Wired.with(new Portals(), Mailbag.SQL, Wired.atOnce()), new AccountKeys());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadCpuTime();
            long letters = 0;
            for (int i = 0; i < ROUNDS; i++) {
                Letter letter =
                        Objects.requireNonNull(renderer.render(due, facts).letter());
                letters += HtmlLetter.write(letter).length()
                        + TextLetter.write(letter).length();
            }
            long micros = (threads.getCurrentThreadCpuTime() - before) / ROUNDS / 1000;
            System.out.println(micros + " µs of CPU per letter (" + letters / ROUNDS + " characters)");
        }
    }
}
