package fr.halle.simulator.provider;

import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import fr.halle.simulator.store.Tx;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the tester sees at a glance: the newest of everything. */
public record Overview(
        JsonObject totals,
        List<Scenario> scenarios,
        List<Resource> transactions,
        List<Balance> balances,
        List<Resource> waiting,
        List<Hook> hooks) {

    private static final int MOST = 30;
    private static final List<Kind> TRANSACTIONS =
            List.of(Kind.PAYIN, Kind.TRANSFER, Kind.REFUND, Kind.PAYOUT, Kind.REPUDIATION);

    /** A wallet and what is in it, in cents. */
    public record Balance(Resource wallet, String owner, long cents) {}

    /** A registered address, how many calls to it wait and the last answer's status (0: none in time, -1: never called). */
    public record Hook(Resource hook, long waiting, long lastStatus) {}

    public static Overview look(Tx tx) throws SQLException {
        return new Overview(
                Report.totals(tx), Scenarios.open(tx), transactions(tx), balances(tx), waiting(tx), hooks(tx));
    }

    private static List<Resource> transactions(Tx tx) throws SQLException {
        List<Resource> all = new ArrayList<>();
        for (Kind kind : TRANSACTIONS) {
            all.addAll(tx.newest(kind, MOST));
        }
        all.sort(Comparator.comparing(Resource::id, Comparator.comparing(id -> id.substring(id.lastIndexOf('_'))))
                .reversed());
        return all.subList(0, Math.min(MOST, all.size()));
    }

    private static List<Balance> balances(Tx tx) throws SQLException {
        List<Balance> balances = new ArrayList<>();
        for (Resource wallet : tx.newest(Kind.WALLET, MOST)) {
            boolean own = wallet.doc().getJsonArray("Owners").isEmpty();
            balances.add(new Balance(wallet, own ? "" : name(tx, Wallets.owner(wallet)), tx.balance(wallet.id())));
        }
        return balances;
    }

    private static String name(Tx tx, String userId) throws SQLException {
        Resource user = Users.find(tx, userId);
        return user.text("Name").isEmpty() ? user.text("FirstName") + " " + user.text("LastName") : user.text("Name");
    }

    /** Merchants whose papers the provider has not seen. */
    private static List<Resource> waiting(Tx tx) throws SQLException {
        return tx.newest(Kind.USER, MOST).stream()
                .filter(user -> user.text("UserStatus").equals("PENDING_USER_ACTION"))
                .toList();
    }

    private static List<Hook> hooks(Tx tx) throws SQLException {
        List<Hook> hooks = new ArrayList<>();
        for (Resource hook : tx.newest(Kind.HOOK, MOST)) {
            hooks.add(new Hook(
                    hook,
                    tx.number(
                            "select count(*) from simulator.delivery where hook_id = ? and due_at is not null",
                            hook.id()),
                    tx.number(
                            "select coalesce((select status from simulator.delivery where hook_id = ? and status is not"
                                    + " null order by id desc limit 1), -1)",
                            hook.id())));
        }
        return hooks;
    }
}
