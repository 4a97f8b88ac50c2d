package fr.halle.order.web;

import fr.halle.identity.web.CurrentActor;
import fr.halle.identity.web.TypedProof;
import fr.halle.merchant.service.MerchantProfile;
import fr.halle.merchant.service.MerchantProfiles;
import fr.halle.order.service.MerchantFinances;
import fr.halle.payout.model.PayoutState;
import fr.halle.shared.model.FieldRefusal;
import fr.halle.shared.web.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finances (M51, M65, M66): what is pending, available and paid out, the shares that make it up, and the account it goes to. */
@Named
@RequestScoped
public class ProFinancesPage {

    @Inject
    private MerchantFinances finances;

    @Inject
    private MerchantProfiles profiles;

    @Inject
    private CurrentActor actor;

    @Inject
    private Words words;

    @Inject
    private PartForm form;

    private MerchantFinances.@Nullable SharePage shares;
    private @Nullable WeeklyChart weeks;
    private @Nullable MerchantProfile profile;
    private @Nullable String iban;
    private @Nullable String owner;
    private final TypedProof typed = new TypedProof();
    private @Nullable FieldRefusal refused;

    /** Run before the page is written: an operator has no finances of its own. */
    public void open() throws IOException {
        if (!actor.isMerchant()) {
            form.notFound();
        }
    }

    public MerchantFinances.Balances getBalances() {
        return finances.balances(actor.get());
    }

    public MerchantFinances.SharePage getShares() {
        MerchantFinances.SharePage read = shares;
        if (read == null) {
            String after = form.text("after");
            read = finances.shares(actor.get(), after.matches("\\d{1,18}") ? Long.valueOf(after) : null);
            shares = read;
        }
        return read;
    }

    public List<MerchantFinances.PayoutRow> getPayouts() {
        return finances.payouts(actor.get());
    }

    /** Read once a request. */
    public WeeklyChart getWeeks() {
        WeeklyChart read = weeks;
        if (read == null) {
            read = WeeklyChart.of(finances.weeks(actor.get()));
            weeks = read;
        }
        return read;
    }

    public String payoutClass(PayoutState state) {
        return switch (state) {
            case PAID -> "st st-ok";
            case PLANNED, SENT, UNKNOWN -> "st st-run";
            case RETURNED, FAILED -> "st st-error";
        };
    }

    public String shareClass(String state) {
        return switch (state) {
            case "paid" -> "st st-done";
            case "available" -> "st st-ok";
            case "travelling" -> "st st-run";
            case "back" -> "st st-back";
            default -> "st st-wait";
        };
    }

    public @Nullable MerchantProfile getProfile() {
        if (profile == null) {
            profile = profiles.of(actor.get()).orElse(null);
        }
        return profile;
    }

    /** Goes to the page that says so: a reload then changes nothing again. */
    public @Nullable String saveIban() {
        try {
            profiles.changeIban(actor.get(), orEmpty(iban), orEmpty(owner), typed.given());
            return "/pro/finances?saved=1&faces-redirect=true";
        } catch (FieldRefusal wrong) {
            refused = wrong;
            return null;
        }
    }

    /** The sentence beside a field, where it is that field's. */
    public @Nullable String wrong(String field) {
        FieldRefusal known = refused;
        return known != null && known.field().equals(field) ? words.refusal(known) : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    public @Nullable String getIban() {
        return iban;
    }

    public void setIban(@Nullable String typed) {
        iban = typed;
    }

    public @Nullable String getOwner() {
        MerchantProfile known = getProfile();
        return owner != null || known == null ? owner : known.ibanOwner();
    }

    public void setOwner(@Nullable String typed) {
        owner = typed;
    }

    public TypedProof getTyped() {
        return typed;
    }
}
