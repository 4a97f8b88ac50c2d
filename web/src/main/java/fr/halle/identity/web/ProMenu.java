package fr.halle.identity.web;

import fr.halle.identity.model.UserAccount;
import fr.halle.shared.model.Role;
import java.util.List;
import java.util.Set;

/** What each role finds on the back office's menu: only what works. */
final class ProMenu {

    private static final Set<Role> OWNER = Set.of(Role.OWNER);
    private static final Set<Role> SHOP = Set.of(Role.OWNER, Role.ORDER_DESK, Role.READER, Role.SECRETARY);
    private static final Set<Role> DESK = Set.of(Role.OWNER, Role.SECRETARY, Role.OPERATOR);
    private static final Set<Role> RUN = Set.of(Role.OPERATOR);
    private static final Set<Role> ALL = Set.of(Role.values());

    /** They move every portal: one portal's operator is refused there, and does not find them. */
    private static final Set<String> OF_ALL_PORTALS = Set.of("/pro/operation/jobs", "/pro/operation/clock");

    private static final String HOME = "/pro";
    private static final String LIST = "/list";
    private static final String CALENDAR = "/pro/orders/calendar";
    private static final String REQUESTS = "/pro/sales/requests";
    private static final String DOSSIERS = "/pro/sales/dossiers";
    private static final String CUSTOMERS = "/pro/orders/customer";

    /** The calendar and the sheets that are printed from it; they lie beside the list, whose entry is not lit on them. */
    private static final Set<String> OF_CALENDAR = Set.of(CALENDAR, "/pro/orders/week", "/pro/orders/round");

    // @formatter:off
    private static final List<Item> ITEMS = List.of(
            new Item(SHOP, "/pro",             "today",    "today",   false, true),
            new Item(SHOP, "",                 "sales",    "sales",   false, false),
            new Item(SHOP, "/pro/orders/list", "orders",   "orders",  true,  true),
            new Item(SHOP, CUSTOMERS,          "customers", "users",  true,  false),
            new Item(SHOP, CALENDAR,           "calendar", "agenda",  true,  false),
            new Item(RUN,  "/pro/operation/overview", "overview", "gauge", false, true),
            new Item(RUN,  "/pro/orders/list", "parts",    "orders",  false, true),
            new Item(RUN,  CUSTOMERS,          "customers", "users",  false, false),
            new Item(RUN,  CALENDAR,           "calendar", "agenda",  false, false),
            new Item(RUN,  "/pro/operation/errors",   "errors",   "alert", false, true),
            new Item(RUN,  "/pro/operation/quality",  "quality",  "users", false, false),
            new Item(RUN,  "/pro/operation/refunds",  "refunds",  "refund", false, false),
            new Item(RUN,  "/pro/operation/payouts",  "payouts",  "bank",  false, false),
            new Item(RUN,  "/pro/operation/ledger",   "ledger",   "scale", false, false),
            new Item(RUN,  "/pro/operation/jobs",     "jobs",     "jobs",  false, true),
            new Item(RUN,  "/pro/operation/clock",    "clock",    "clock", false, false),
            new Item(RUN,  "/pro/operation/settings", "settings", "settings", false, false),
            new Item(RUN,  "/pro/operation/trail",    "trail",    "history", false, false),
            new Item(RUN,  "/pro/operation/access",   "access",   "key",     false, false),
            new Item(DESK, "",                 "commercial", "desk",  false, false),
            new Item(DESK, REQUESTS,           "requests", "inbox",   true,  true),
            new Item(DESK, DOSSIERS,           "dossiers", "board",   true,  true),
            new Item(DESK, "/pro/sales/outside",  "outside",  "bank",  true,  false),
            new Item(DESK, "/pro/sales/measures", "measures", "gauge", true,  false),
            new Item(DESK, "/pro/sales/settings", "deskSettings", "settings", true, false),
            new Item(OWNER, "/pro/finances",   "finances", "money",   false, true),
            new Item(ALL,  "/pro/messages",    "messages", "mail",    false, false),
            new Item(ALL,  "/pro/profile",     "profile",  "profile", false, true),
            new Item(OWNER, "/pro/team",       "team",     "users",   true,  false));
    // @formatter:on

    private static final Set<String> OF_REQUESTS =
            Set.of(REQUESTS, "/pro/sales/request", "/pro/sales/new", "/pro/sales/dossier");

    private static final Set<String> OF_DOSSIERS =
            Set.of(DOSSIERS, "/pro/sales/quote", "/pro/sales/quote-add", "/pro/sales/quote-send");

    /**
     * @param href empty for a heading
     * @param key of its word, {@code menu.<key>}
     * @param sub whether it stands under the heading before it
     * @param onPhone whether it is in the phone's bar
     */
    record Item(Set<Role> roles, String href, String key, String icon, boolean sub, boolean onPhone) {

        /** Whether its entry is lit: on its own page, and a list's on the pages of what it lists too. */
        boolean holds(String path) {
            if (href.equals(HOME)) {
                return path.equals(HOME) || path.equals(HOME + "/");
            }
            if (href.equals(CALENDAR)) {
                return OF_CALENDAR.contains(path);
            }
            if (href.equals(REQUESTS)) {
                return OF_REQUESTS.contains(path);
            }
            if (href.equals(DOSSIERS)) {
                return OF_DOSSIERS.contains(path);
            }
            if (path.equals(CUSTOMERS) || OF_CALENDAR.contains(path)) {
                return href.equals(path);
            }
            return !href.isEmpty() && path.startsWith(section());
        }

        private String section() {
            return href.endsWith(LIST) ? href.substring(0, href.length() - LIST.length() + 1) : href;
        }
    }

    private ProMenu() {}

    static List<Item> of(UserAccount account) {
        return ITEMS.stream()
                .filter(item -> item.roles().contains(account.role()))
                .filter(item -> account.portalId() == null || !OF_ALL_PORTALS.contains(item.href()))
                .toList();
    }
}
