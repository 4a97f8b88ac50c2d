package fr.halle.simulator.provider;

import static fr.halle.simulator.provider.Route.get;
import static fr.halle.simulator.provider.Route.post;
import static fr.halle.simulator.provider.Route.put;

import fr.halle.simulator.store.Docs;
import fr.halle.simulator.store.Kind;
import fr.halle.simulator.store.Resource;
import java.util.List;

/** Everything the API speaks, below {@code /v2.01/{clientId}/}. */
public final class Routes {

    // @formatter:off
    private static final List<Route> ALL = List.of(
            post("(?:sca/)?users/natural",         Operation.USER,              Users::natural),
            post("(?:sca/)?users/legal",           Operation.USER,              Users::legal),
            post("users/{}/bankaccounts/iban",     Operation.BANK_ACCOUNT,      Users::bankAccount),
            get ("users/{}/bankaccounts",                                       children(Kind.BANK_ACCOUNT)),
            get ("users/{}/wallets",                                            children(Kind.WALLET)),
            get ("(?:sca/)?users/{}",                                           one(Kind.USER)),
            post("wallets",                        Operation.WALLET,            Wallets::create),
            get ("wallets/{}",                                                  Wallets::get),
            get ("clients/wallets/{}/{}",                                       Wallets::own),
            post("payins/card/web",                Operation.PAYIN,             PayIns::web),
            post("payins/simulator/instant",       Operation.PAYIN,             PayIns::instant),
            post("payins/{}/refunds",              Operation.PAYIN_REFUND,      Refunds::ofPayIn),
            get ("payins/{}/refunds",                                           children(Kind.REFUND)),
            get ("payins/{}",                                                   one(Kind.PAYIN)),
            post("transfers",                      Operation.TRANSFER,          Transfers::create),
            post("transfers/{}/refunds",           Operation.TRANSFER_REFUND,   Refunds::ofTransfer),
            get ("transfers/{}/refunds",                                        children(Kind.REFUND)),
            get ("transfers/{}",                                                one(Kind.TRANSFER)),
            get ("refunds/{}",                                                  one(Kind.REFUND)),
            post("payouts/bankwire",               Operation.PAYOUT,            Payouts::create),
            get ("payouts/{}/refunds",                                          children(Kind.REFUND)),
            get ("bankaccounts/{}/transactions",                                Payouts::ofBankAccount),
            get ("payouts/{}",                                                  one(Kind.PAYOUT)),
            get ("disputes/{}",                                                 one(Kind.DISPUTE)),
            get ("repudiations/{}",                                             one(Kind.REPUDIATION)),
            post("hooks",                          Operation.HOOK_REGISTRATION, Hooks::create),
            put ("hooks/{}",                       Operation.HOOK_REGISTRATION, Hooks::update),
            get ("hooks",                                                       Hooks::list),
            get ("hooks/{}",                                                    one(Kind.HOOK)),
            get ("events",                                                      Events::list),
            get ("report",                                                      Report::get));
    // @formatter:on

    private Routes() {}

    public static List<Route> all() {
        return ALL;
    }

    private static Route.Handler one(Kind kind) {
        return (tx, request) -> Time.look(tx, kind, request.id()).doc();
    }

    private static Route.Handler children(Kind kind) {
        return (tx, request) -> Docs.array(
                tx.children(kind, request.id()).stream().map(Resource::doc).toList());
    }
}
