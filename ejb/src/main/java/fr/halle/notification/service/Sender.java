package fr.halle.notification.service;

import fr.halle.notification.model.Channel;
import fr.halle.notification.model.NotificationEvent;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Service;
import fr.halle.shared.service.HalleClock;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what is due among the ids it is given, each row for itself: one that cannot be written or delivered does not stop the
 * others. What leaves the house is claimed first and marked right after it was taken, so that a crash in between sends at most one
 * mail twice, under the same Message-ID.
 */
@Service
public class Sender {

    private static final Logger LOG = Logger.getLogger(Sender.class.getName());

    /** After the first failure, the second … After the last the row is dead. */
    private static final List<Duration> DELAYS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(12));

    /** Rows of one claim on what leaves the house, and the time they may take: well within the lease. */
    private static final int CLAIM = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Inject
    private Claims claims;

    @Inject
    private FactsReader reader;

    @Inject
    private Renderer renderer;

    @Inject
    private Gateways gateways;

    @Inject
    private NotificationLifecycle lifecycle;

    @Inject
    private Portals portals;

    @Inject
    private HalleClock clock;

    @Inject
    private Event<MailLeaves> leaving;

    public void send(Collection<Long> ids) {
        if (!gateways.mail().isOutside() && !gateways.sms().isOutside()) {
            recordHere(claims.read(ids));
            return;
        }
        List<Long> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CLAIM) {
            carryOut(claims.take(all.subList(from, Math.min(from + CLAIM, all.size()))));
        }
    }

    /** Marked together: the mark is the delivery. */
    private void recordHere(List<Due> dues) {
        Optional<Facts> facts = factsOfAll(dues);
        try (MailTransport.Trip trip = gateways.mail().begin()) {
            lifecycle.record(dues.stream().map(due -> deliver(due, facts, trip)).toList());
        }
    }

    /** Marked one by one, at once. What the patience does not reach is left to the lease. */
    private void carryOut(List<Due> dues) {
        long began = System.nanoTime();
        Optional<Facts> facts = factsOfAll(dues);
        try (MailTransport.Trip trip = gateways.mail().begin()) {
            for (Due due : dues) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    return;
                }
                lifecycle.record(List.of(deliver(due, facts, trip)));
            }
        }
    }

    /** Empty when one row's trouble spoils the reading for all: each then reads for itself. */
    private Optional<Facts> factsOfAll(List<Due> dues) {
        try {
            return Optional.of(reader.read(dues));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "The facts of " + dues.size() + " messages are read one by one");
            return Optional.empty();
        }
    }

    private Outcome deliver(Due due, Optional<Facts> facts, MailTransport.Trip trip) {
        try {
            if (due.channel() == Channel.SMS) {
                Optional<Instant> quiet = quietUntil(due);
                if (quiet.isPresent()) {
                    return new Outcome.Postponed(due.id(), quiet.get());
                }
            }
            Rendered message = renderer.render(due, facts.isPresent() ? facts.get() : reader.read(List.of(due)));
            carry(due, message, trip);
            return new Outcome.Sent(kept(due, message));
        } catch (LetterRefused e) {
            LOG.log(Level.WARNING, "Notification {0} is not sent: {1}", new Object[] {due.id(), e.getMessage()});
            return new Outcome.Buried(due.id(), String.valueOf(e.getMessage()), false);
        } catch (RecipientRefused e) {
            LOG.log(Level.INFO, "The recipient of notification {0} was refused", due.id());
            return new Outcome.Buried(due.id(), String.valueOf(e.getMessage()), true);
        } catch (RuntimeException e) {
            return failed(due, e);
        }
    }

    /** A secret that left is kept nowhere else; the demo's outbox is the only place where its own can be read. */
    private Rendered kept(Due due, Rendered message) {
        if (!gateways.mail().isOutside()) {
            return message;
        }
        NotificationEvent event = NotificationEvent.valueOf(due.event());
        if (event.isOfDesk() && due.subjectId() == null) {
            return message.withoutWords();
        }
        return event.opensAnAccount() ? message.withoutLink() : message;
    }

    private void carry(Due due, Rendered message, MailTransport.Trip trip) {
        if (message.channel() == Channel.SMS) {
            gateways.sms().send(message.id(), Phones.e164(message.recipient()), Objects.requireNonNull(message.text()));
        } else {
            trip.carry(message, enclosed(due));
        }
    }

    /** Papers are written for what leaves only: the demo's outbox shows the button that opens them. */
    private List<Enclosed> enclosed(Due due) {
        if (!gateways.mail().isOutside()) {
            return List.of();
        }
        MailLeaves mail = new MailLeaves(NotificationEvent.valueOf(due.event()), due.portalId(), due.data());
        leaving.fire(mail);
        return mail.enclosed();
    }

    private Outcome failed(Due due, RuntimeException e) {
        String error = e instanceof DeliveryFailed ? String.valueOf(e.getMessage()) : e.toString();
        LOG.log(
                e instanceof DeliveryFailed ? Level.FINE : Level.WARNING,
                e,
                () -> "Notification " + due.id() + " did not go");
        if (due.attempts() >= DELAYS.size()) {
            return new Outcome.Buried(due.id(), error, false);
        }
        return new Outcome.Retried(due.id(), clock.instant().plus(DELAYS.get(due.attempts())), error);
    }

    private Optional<Instant> quietUntil(Due due) {
        return QuietHours.of(portals.byId(due.portalId()).settings())
                .endAfter(clock.inParis())
                .map(ZonedDateTime::toInstant);
    }
}
