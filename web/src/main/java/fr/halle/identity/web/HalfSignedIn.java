package fr.halle.identity.web;

import fr.halle.identity.service.Accounts.StillIn;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose password was right in this session, and whose code is still awaited: nobody as yet. It ends after some minutes, and with the
 * password.
 */
record HalfSignedIn(long accountId, int passwordNo, Instant until) implements Serializable {

    private static final String KEPT = HalfSignedIn.class.getName();
    private static final Duration LIFE = Duration.ofMinutes(5);

    static void keep(HttpSession session, StillIn known, Instant now) {
        session.setAttribute(KEPT, new HalfSignedIn(known.account().id(), known.passwordNo(), now.plus(LIFE)));
    }

    static Optional<HalfSignedIn> of(HttpSession session) {
        return session.getAttribute(KEPT) instanceof HalfSignedIn half ? Optional.of(half) : Optional.empty();
    }

    static void forget(HttpSession session) {
        session.removeAttribute(KEPT);
    }

    boolean isOver(Instant now) {
        return until.isBefore(now);
    }
}
