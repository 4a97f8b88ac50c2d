package fr.halle.operation.web;

import fr.halle.ledger.model.AccountType;
import fr.halle.operation.service.Check;
import fr.halle.operation.service.Cockpit;
import fr.halle.operation.service.Invariants;
import fr.halle.operation.service.Invariants.Proof;
import fr.halle.operation.service.OperatorDesk;
import fr.halle.operation.service.OperatorDesk.Figures;
import fr.halle.operation.service.ToDo;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The operator's first page. */
@Named
@RequestScoped
public class ProOperationOverviewPage {

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("errors", "/pro/operation/errors"),
            Map.entry("unaccepted", "/pro/orders/list?state=TO_CONFIRM"),
            Map.entry("late", "/pro/orders/list?state=LATE"),
            Map.entry("bounced", "/pro/messages?only=BOUNCED"),
            Map.entry("dead", "/pro/messages?only=DEAD"),
            Map.entry("refundsLate", "/pro/operation/refunds?only=LATE"),
            Map.entry("refundsFailed", "/pro/operation/refunds?only=FAILED"),
            Map.entry("paymentsUnknown", "/pro/operation/refunds#unknown"),
            Map.entry("payoutsBack", "/pro/operation/payouts"),
            Map.entry("payoutsSilent", "/pro/operation/errors?cause=PAYOUT_SILENT"),
            Map.entry("payoutsLate", "/pro/operation/payouts"),
            Map.entry("noIban", "/pro/operation/payouts"));

    @Inject
    private OperatorDesk desk;

    @Inject
    private Cockpit counts;

    @Inject
    private Invariants invariants;

    @Inject
    private OperatorScope scope;

    private Figures figures = new Figures(0, 0, 0, 0, 0);
    private List<ToDo> cockpit = List.of();
    private List<ToDo> toDo = List.of();
    private Map<AccountType, Long> balances = Map.of();

    @PostConstruct
    void read() {
        figures = desk.figures(scope.portal());
        cockpit = counts.figures(scope.portal());
        toDo = desk.toDo(scope.portal());
        balances = desk.balances(scope.portal());
    }

    public Figures getFigures() {
        return figures;
    }

    /** The figures that each open a list of as many rows. */
    public List<ToDo> getCockpit() {
        return cockpit;
    }

    public List<ToDo> getToDo() {
        return toDo;
    }

    public long getToDoCount() {
        return toDo.stream().mapToLong(ToDo::count).sum();
    }

    public Proof getProof() {
        return invariants.proof(scope.portal());
    }

    public List<Check> getChecks() {
        return getProof().checks();
    }

    /** Where a count leads. */
    public String place(ToDo one) {
        return PLACES.getOrDefault(one.key(), "/pro");
    }

    /** In cents, as the owner sees it. */
    public long balance(String type) {
        AccountType account = AccountType.valueOf(type);
        long cents = balances.getOrDefault(account, 0L);
        return account == AccountType.PSP || account == AccountType.MERCHANT_DEBT ? cents : -cents;
    }
}
