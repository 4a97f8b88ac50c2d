package fr.halle.merchant.service;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import fr.halle.identity.service.AskedAgain;
import fr.halle.identity.service.Audit;
import fr.halle.identity.service.Proof;
import fr.halle.merchant.model.MerchantSettings;
import fr.halle.portal.service.Portals;
import fr.halle.shared.model.Actor;
import fr.halle.shared.model.Permission;
import fr.halle.shared.service.HalleClock;
import fr.halle.shared.service.Sql;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A merchant's own particulars: the mobile for alerts (M04, M72) and the account it is paid to (M65). */
@Stateless
public class MerchantProfiles {

    private static final String FRANCE = "FR";
    private static final int LONGEST_NAME = 70;
    private static final int SHOWN_OF_IBAN = 4;
    private static final Set<PhoneNumberType> REACHED_BY_SMS =
            Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    @Inject
    private Sql sql;

    @Inject
    private AskedAgain again;

    @Inject
    private Audit audit;

    @Inject
    private HalleClock clock;

    @Inject
    private Portals portals;

    @Inject
    private Event<IbanChanged> changed;

    /** Empty for whoever is no merchant. */
    public Optional<MerchantProfile> of(Actor actor) {
        Long merchant = actor.merchantId();
        if (merchant == null) {
            return Optional.empty();
        }
        List<MerchantProfile.Hours> hours = sql.list(
                "select s.name, h.weekday, h.opens, h.closes from shop s join opening_hours h on h.shop_id = s.id"
                        + " where s.merchant_id = ? and s.active order by s.id, h.weekday, h.opens",
                row -> new MerchantProfile.Hours(
                        row.text("name"), row.integer("weekday"), row.time("opens"), row.time("closes")),
                merchant);
        return sql.one(
                "select name, legal_name, email, phone, mobile, sms_opt_in, right(iban, 4) as iban_end, iban_owner,"
                        + " case when iban_frozen_until > ? then iban_frozen_until end as iban_frozen_until from merchant where id = ?",
                row -> new MerchantProfile(
                        row.text("name"),
                        row.text("legal_name"),
                        row.text("email"),
                        row.text("phone"),
                        row.textOrNull("mobile"),
                        row.flag("sms_opt_in"),
                        row.textOrNull("iban_end"),
                        row.textOrNull("iban_owner"),
                        row.instantOrNull("iban_frozen_until"),
                        hours),
                clock.instant(),
                merchant);
    }

    /**
     * @param mobile as typed; blank takes it away, and with it the alerts
     * @throws ProfileRefused when it is no mobile's number
     */
    public void changeAlerts(Actor actor, String mobile, boolean optIn) {
        actor.must(Permission.CHANGE_SHOP);
        String kept = mobile.isBlank() ? null : mobile(mobile);
        if (kept == null && optIn) {
            throw new ProfileRefused("mobile", ProfileRefused.MISSING);
        }
        sql.update(
                "update merchant set mobile = ?, sms_opt_in = ?, version = version + 1 where id = ?",
                kept,
                optIn,
                merchant(actor));
        audit.write(actor, "alerts_changed", "merchant " + merchant(actor), optIn ? "sms" : "");
    }

    /**
     * Changes where the money goes. Whoever is signed in says again who it is, and nothing leaves for a changed account for as long as the
     * portal says: time for the real merchant to object. The first one has nobody to protect and waits for nothing.
     *
     * @throws ProfileRefused when the IBAN or its owner is wrong
     * @throws fr.halle.identity.service.NotProven when the password or the code is
     */
    public void changeIban(Actor actor, String iban, String owner, Proof typed) {
        actor.must(Permission.CHANGE_IBAN);
        String account = Ibans.checked(iban);
        String name = owner.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new ProfileRefused("owner", ProfileRefused.MISSING);
        }
        again.check(actor, typed);
        Instant frozen = write(merchant(actor), account, name);
        String end = account.substring(account.length() - SHOWN_OF_IBAN);
        audit.write(actor, "iban_changed", "merchant " + merchant(actor), "•••• " + end);
        changed.fire(new IbanChanged(merchant(actor), end, actor.name(), frozen));
    }

    /** @return until when it is frozen: the same one typed again, for another owner's name, keeps what it had */
    private @Nullable Instant write(long merchant, String account, String owner) {
        Instant now = clock.instant();
        int days = portals.byId(sql.number("select portal_id from merchant where id = ?", merchant))
                .settings()
                .get(MerchantSettings.IBAN_FREEZE_DAYS);
        return sql.one(
                        "update merchant set iban_changed_at = case when iban is null then null else ?::timestamptz end,"
                                + " iban_frozen_until = case when iban is null then null when iban = ? then iban_frozen_until"
                                + " when ? > 0 then ?::timestamptz end, iban = ?, iban_owner = ?, psp_bank_account_id = null,"
                                + " version = version + 1 where id = ? returning iban_frozen_until",
                        row -> Optional.ofNullable(row.instantOrNull("iban_frozen_until")),
                        now,
                        account,
                        days,
                        now.plus(Duration.ofDays(days)),
                        account,
                        owner,
                        merchant)
                .flatMap(frozen -> frozen)
                .filter(now::isBefore)
                .orElse(null);
    }

    private static long merchant(Actor actor) {
        return Objects.requireNonNull(actor.merchantId(), "only a merchant has a profile");
    }

    private static String mobile(String typed) {
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = phones.parse(typed, FRANCE);
            if (!phones.isValidNumber(number) || !REACHED_BY_SMS.contains(phones.getNumberType(number))) {
                throw new ProfileRefused("mobile", ProfileRefused.WRONG);
            }
            return phones.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unreadable) {
            throw new ProfileRefused("mobile", ProfileRefused.WRONG);
        }
    }
}
