package fr.halle.identity.web;

import fr.halle.identity.service.Accounts.StillIn;
import jakarta.servlet.http.HttpSession;

/**
 * Under which of its account's passwords a session began: another one chosen since ends it, wherever it was opened (ASVS 7.4.3).
 */
public final class SessionPassword {

    private static final String KEPT = SessionPassword.class.getName();

    private SessionPassword() {}

    /** Whether the session may go on; its first request says under which password it is. */
    static boolean isOf(HttpSession session, StillIn known) {
        String now = written(known.account().id(), known.passwordNo());
        if (!(session.getAttribute(KEPT) instanceof String kept)
                || !kept.startsWith(known.account().id() + ":")) {
            session.setAttribute(KEPT, now);
            return true;
        }
        return kept.equals(now);
    }

    /** The one session in which the password was changed goes on. */
    public static void goOn(HttpSession session, long accountId, int passwordNo) {
        session.setAttribute(KEPT, written(accountId, passwordNo));
    }

    private static String written(long accountId, int passwordNo) {
        return accountId + ":" + passwordNo;
    }
}
