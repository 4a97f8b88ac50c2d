package fr.halle.outside.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.operation.web.Said;
import fr.halle.order.web.Typed;
import fr.halle.outside.service.PushRow;
import fr.halle.outside.service.Reconciled;
import fr.halle.outside.service.ReconciledRow;
import fr.halle.sales.service.OutsideDesk;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.BusinessException;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** S31, T09: sales that the outside system has not taken, and a day's receipts compared with its own list. */
@Named
@RequestScoped
public class ProSalesOutsidePage {

    private static final String PAGE = "/pro/sales/outside";
    private static final int MOST = 200;

    @Inject
    private OutsideDesk desk;

    @Inject
    private CurrentActor actor;

    @Inject
    private Said said;

    @Inject
    private Words words;

    @Inject
    private HalleClock clock;

    @Inject
    @ManagedProperty("#{param.desk}")
    private @Nullable String askedDesk;

    @Inject
    @ManagedProperty("#{param.day}")
    private @Nullable String askedDay;

    private @Nullable List<OutsideDesk.Named> desks;
    private @Nullable List<PushRow> rows;
    private @Nullable Reconciled reconciled;
    private String error = "";

    /** @throws fr.halle.shared.model.NotAllowed before anything of the page is written */
    public void open() {
        getDesks();
        if (askedDay != null && error.isEmpty() && reconciled == null) {
            reconcile();
        }
    }

    /** A button names the sale: rows may have moved since the page was shown. */
    public @Nullable String press() {
        if (said.isPressed("all", 1)) {
            return said.after(() -> desk.replayAll(actor.get(), MOST), PAGE, "outsideReplayedAll");
        }
        for (PushRow row : getRows()) {
            if (said.isPressed("replay", row.id())) {
                return said.after(() -> desk.replay(actor.get(), row.id()), PAGE, "outsideReplayed", row.label());
            }
        }
        return null;
    }

    public List<OutsideDesk.Named> getDesks() {
        List<OutsideDesk.Named> read = desks;
        if (read == null) {
            Actor who = actor.get();
            read = desk.of(who);
            desks = read;
        }
        return read;
    }

    public boolean isSeveralDesks() {
        return getDesks().size() > 1;
    }

    public List<PushRow> getRows() {
        List<PushRow> read = rows;
        if (read == null) {
            read = desk.heldUp(actor.get(), MOST);
            rows = read;
        }
        return read;
    }

    public boolean isAnyDead() {
        return getRows().stream().anyMatch(PushRow::isDead);
    }

    public String age(PushRow row) {
        Duration since = Duration.between(row.queuedAt(), now());
        long days = since.toDays();
        return days > 0 ? words.count("pro.outside.days", days) : words.duration((int) Math.max(0, since.toMinutes()));
    }

    public String state(PushRow row) {
        return words.state("OutsidePush", row.state());
    }

    /** Why it was not taken, in a sentence; empty before anything was answered. */
    public String cause(PushRow row) {
        return row.cause().isEmpty()
                ? ""
                : words.text("pro." + PushCause.of(row.cause()).key());
    }

    /** The other side's own words, between quotation marks; empty where there are none. */
    public String quoted(PushRow row) {
        String said = PushCause.of(row.cause()).quoted();
        return said.isEmpty() ? "" : words.text("pro.outside.cause.quoted", said);
    }

    public String dot(PushRow row) {
        return switch (row.state()) {
            case DEAD -> "st-error";
            case UNKNOWN, RETRYING -> "st-wait";
            default -> "st-run";
        };
    }

    /** What is compared, as the form shows it; today where nothing was asked. */
    public LocalDate getDay() {
        LocalDate day = Typed.day(askedDay);
        return day == null ? clock.today() : day;
    }

    public long getDeskId() {
        Long chosen = askedDesk != null && askedDesk.matches("[1-9]\\d{0,17}") ? Long.valueOf(askedDesk) : null;
        return chosen != null
                ? chosen
                : getDesks().stream().map(OutsideDesk.Named::id).findFirst().orElse(0L);
    }

    public @Nullable Reconciled getReconciled() {
        return reconciled;
    }

    public String getError() {
        return error;
    }

    public String difference(ReconciledRow row) {
        return words.text("pro.outside.difference." + row.difference().name().toLowerCase(Locale.ROOT));
    }

    private void reconcile() {
        try {
            reconciled = desk.reconciled(actor.get(), getDeskId(), getDay());
        } catch (BusinessException refused) {
            error = words.refusal(refused);
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
