package fr.halle.shared.model;

import static fr.halle.shared.model.Role.OPERATOR;
import static fr.halle.shared.model.Role.ORDER_DESK;
import static fr.halle.shared.model.Role.OWNER;
import static fr.halle.shared.model.Role.READER;
import static fr.halle.shared.model.Role.SECRETARY;

import java.util.Set;

/**
 * Who may do what in the back office, one row each: a use case asks {@link Actor#must} before it looks at anything, and a page asks
 * {@link Actor#may} before it offers it. Of whom it is done (a merchant's own orders, an operator's portals) is another question,
 * which every query answers. {@code docs/security.md} holds the same table, and a test compares them.
 */
public enum Permission {
    // @formatter:off
    /** Lists, search, calendar, the order's page and its papers. */
    READ_ORDERS  (by(OWNER, ORDER_DESK, READER, SECRETARY, OPERATOR)),
    /** Many customers' data at once leave the house: reading does not need that. */
    EXPORT_ORDERS(by(OWNER, ORDER_DESK,                    OPERATOR)),
    /** Every move of a part but its cancellation. */
    MOVE_ORDERS  (by(OWNER, ORDER_DESK,                    OPERATOR)),
    /** With the refund that the portal's settings tie to it (K7, K8). */
    CANCEL_ORDERS(by(OWNER, ORDER_DESK,                    OPERATOR)),
    /** Money back by somebody's own decision: what waits to be sent, a line, an amount. */
    REFUND       (by(OWNER,                                OPERATOR)),
    /** The customers' mails and payment links once more. */
    SEND_MAILS   (by(OWNER, ORDER_DESK,                    OPERATOR)),
    /** What is pending, available and paid out. */
    READ_FINANCES(by(OWNER                                         )),
    /** The account the money goes to. */
    CHANGE_IBAN  (by(OWNER                                         )),
    /** The merchant's particulars: where its alerts go. */
    CHANGE_SHOP  (by(OWNER                                         )),
    /** Who works here, and as what. */
    MANAGE_TEAM  (by(OWNER                                         )),
    /** A key for a program, which then acts as whoever made it. */
    MAKE_TOKENS  (by(OWNER,                                OPERATOR)),
    /** The commercial desk: requests, conversations, dossiers, quotes (S01–S33). */
    WORK_SALES   (by(OWNER,                     SECRETARY, OPERATOR)),
    /** What the desk's form asks, its mails say and its lists hold (P01–P24). */
    SET_SALES    (by(OWNER,                     SECRETARY, OPERATOR)),
    /** The operator's console: settings, errors, payouts, ledger, jobs. */
    RUN_PORTAL   (by(                                      OPERATOR));
    // @formatter:on

    private final Set<Role> by;

    Permission(Set<Role> by) {
        this.by = by;
    }

    public boolean isOf(Role role) {
        return by.contains(role);
    }

    private static Set<Role> by(Role... roles) {
        return Set.of(roles);
    }
}
