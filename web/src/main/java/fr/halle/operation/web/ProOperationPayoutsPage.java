package fr.halle.operation.web;

import fr.halle.identity.service.Audit;
import fr.halle.operation.service.OperationLists;
import fr.halle.operation.service.OperationLists.PayoutRow;
import fr.halle.payout.service.IbanFreezes;
import fr.halle.payout.service.Payouts;
import fr.halle.payout.service.WaitingMerchant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What leaves for the merchants' banks, what left, and what does not and why. */
@Named
@RequestScoped
public class ProOperationPayoutsPage {

    private static final String PAGE = "/pro/operation/payouts";
    private static final int MOST = 200;

    @Inject
    private OperationLists lists;

    @Inject
    private Payouts payouts;

    @Inject
    private IbanFreezes freezes;

    @Inject
    private OperatorScope scope;

    @Inject
    private Said said;

    @Inject
    private Audit audit;

    private List<PayoutRow> rows = List.of();
    private List<WaitingMerchant> waiting = List.of();

    @PostConstruct
    void read() {
        rows = lists.payouts(scope.portal(), MOST);
        waiting = payouts.waiting(scope.portal(), MOST);
    }

    public List<PayoutRow> getRows() {
        return rows;
    }

    public List<WaitingMerchant> getWaiting() {
        return waiting;
    }

    /** A button names the payout: rows may have moved since the page was shown. */
    public @Nullable String press() {
        WaitingMerchant frozen = waiting.stream()
                .filter(one -> said.isPressed("lift", one.merchantId()))
                .findFirst()
                .orElse(null);
        if (frozen != null) {
            String reason = said.typed("reason." + frozen.merchantId());
            return said.after(
                    () -> freezes.lift(scope.who(), frozen.merchantId(), reason), PAGE, "unfrozen", frozen.name());
        }
        PayoutRow resumed = pressed("resume");
        if (resumed != null) {
            return said.after(
                    () -> {
                        payouts.resume(resumed.id(), scope.who());
                        wrote("payout_resumed", resumed);
                    },
                    PAGE,
                    "resumed",
                    resumed.merchant());
        }
        PayoutRow asked = pressed("ask");
        if (asked == null) {
            return null;
        }
        return said.after(
                () -> {
                    wrote("payout_asked_again", asked);
                    payouts.askAgain(asked.id());
                },
                PAGE,
                "asked");
    }

    private void wrote(String action, PayoutRow payout) {
        audit.writeOnBehalf(scope.who(), payout.merchantId(), action, "payout " + payout.reference(), "");
    }

    private @Nullable PayoutRow pressed(String button) {
        return rows.stream()
                .filter(row -> said.isPressed(button, row.id()))
                .findFirst()
                .orElse(null);
    }
}
