package fr.halle.operation.web;

import fr.halle.identity.service.Audit;
import fr.halle.operation.service.OperationLists;
import fr.halle.operation.service.OperationLists.PaymentRow;
import fr.halle.operation.service.OperationLists.RefundRow;
import fr.halle.operation.service.OperationLists.Which;
import fr.halle.payment.service.Payments;
import fr.halle.payment.service.RefundSaga;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refunds that have not reached their customers, and payments without an answer. */
@Named
@RequestScoped
public class ProOperationRefundsPage {

    private static final String PAGE = "/pro/operation/refunds";
    private static final int MOST = 100;

    @Inject
    private OperationLists lists;

    @Inject
    private RefundSaga refunds;

    @Inject
    private Payments payments;

    @Inject
    private OperatorScope scope;

    @Inject
    private Said said;

    @Inject
    private Audit audit;

    @Inject
    @ManagedProperty("#{param.only}")
    private @Nullable String only;

    @Inject
    @ManagedProperty("#{param.after}")
    private @Nullable String after;

    private Which which = Which.ALL;
    private boolean more;
    private List<RefundRow> rows = List.of();
    private List<PaymentRow> unknown = List.of();

    @PostConstruct
    void read() {
        which = Arrays.stream(Which.values())
                .filter(one -> one.name().equals(only))
                .findFirst()
                .orElse(Which.ALL);
        List<RefundRow> found = lists.openRefunds(scope.portal(), which, afterRow(), MOST + 1);
        more = found.size() > MOST;
        rows = more ? found.subList(0, MOST) : found;
        unknown = lists.unknownPayments(scope.portal(), MOST);
    }

    public Which getWhich() {
        return which;
    }

    public boolean isFirst() {
        return afterRow() == null;
    }

    /** Empty on the last page. */
    public String getNextHref() {
        return more ? PAGE + "?only=" + which + "&after=" + rows.get(MOST - 1).id() : "";
    }

    private @Nullable Long afterRow() {
        return after != null && after.matches("[1-9]\\d{0,17}") ? Long.valueOf(after) : null;
    }

    public List<RefundRow> getRows() {
        return rows;
    }

    public List<PaymentRow> getUnknown() {
        return unknown;
    }

    /**
     * A button names the refund or the payment: rows may have moved since the page was shown. What waits for its merchant (K7) is sent
     * from its part's page, with a reason.
     */
    public @Nullable String press() {
        for (RefundRow row : rows) {
            if (!row.waits() && said.isPressed("ask", row.id())) {
                return said.after(() -> ask(row), here(), "asked");
            }
        }
        for (PaymentRow row : unknown) {
            if (said.isPressed("refresh", row.id())) {
                return said.after(() -> ask(row), here(), "asked");
            }
        }
        return said.isAnyPressed("ask", "refresh") ? said.after(() -> {}, here(), "solvedMeanwhile") : null;
    }

    /** The rows that are shown, again. */
    private String here() {
        return PAGE + "?only=" + which + (isFirst() ? "" : "&after=" + afterRow());
    }

    private void ask(RefundRow row) {
        audit.writeOnBehalf(scope.who(), row.merchantId(), "refund_asked_again", row.part(), "refund " + row.id());
        refunds.askAgain(row.id());
    }

    private void ask(PaymentRow row) {
        audit.writeAt(scope.who(), row.portalId(), "payment_asked_again", row.subject(), "payment " + row.id());
        payments.refresh(row.id());
    }
}
